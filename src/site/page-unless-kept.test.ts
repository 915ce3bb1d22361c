import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '#model/answers.ts';
import { buildModel } from '#model/build-model.ts';
import { notedModel } from '#model/noted-model.ts';
import { jsonLine } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { changedSnapshot } from '#tests/fixtures/changed-snapshot.ts';
import { type Book, type BookCluster, readBook } from './book.ts';
import { type BesideModel, objectPageData } from './object-page-data.ts';
import { objectPagesOf } from './object-pages.ts';
import { pageWithReads } from './page-unless-kept.ts';
import { createQuestions } from './questions.ts';
import { createLinks } from './routes.ts';
import { readSettings } from './settings.ts';

const nothing: BesideModel = { notes: [], history: undefined, elsewhere: [], mentions: [] };

/** Stands for an object: all that it says, whichever snapshot it is of. */
function contents(): Mark {
  const known: string[] = [];
  return ({ place, object }) => {
    known[place] ??= hash('sha256', jsonLine(object), 'base64url');
    return known[place];
  };
}

interface Made {
  readonly frame: string;
  readonly data: string;
  readonly questions: readonly string[];
  readonly answers: string;
}

/** All pages of a cluster's objects, by path: what they show, and what they asked for it. */
function pagesOf(book: Book, cluster: BookCluster): ReadonlyMap<string, Made> {
  const questions = createQuestions(cluster.model, contents());
  return new Map(
    objectPagesOf(book, cluster).map((of) => {
      const [data, reads] = pageWithReads(book, cluster, of, nothing);
      const numbers = questions.numbersOf(reads);
      const made = {
        frame: jsonLine(of.frame),
        data: jsonLine(data),
        questions: [...numbers].map(questions.textOf),
        answers: questions.answersTo(numbers),
      };
      return [of.path, made];
    }),
  );
}

/** The pages of a changed cluster that are known from before: those made anew, and those that would be wrongly kept. */
function compare(
  book: Book,
  cluster: BookCluster,
  before: ReadonlyMap<string, Made>,
  to: Snapshot,
) {
  const model = notedModel(buildModel(to));
  const after = { ...cluster, model, links: createLinks(book.routes, cluster.id, model) };
  const questions = createQuestions(model, contents());
  const anew: string[] = [];
  const stale: string[] = [];
  for (const of of objectPagesOf(book, after)) {
    const known = before.get(of.path);
    if (known === undefined || known.frame !== jsonLine(of.frame)) continue;
    if (questions.answersTo(questions.numbersIn(known.questions)) !== known.answers) {
      anew.push(of.path);
    } else if (jsonLine(objectPageData(book, after, of, nothing)) !== known.data) {
      stale.push(of.path);
    }
  }
  return { anew, stale };
}

async function sample(id: string): Promise<readonly [Book, BookCluster]> {
  const book = await readBook({ ...readSettings({}), only: [id], samples: true });
  const [cluster] = book.clusters;
  if (cluster === undefined) throw new Error(`There is no sample ${id}.`);
  return [book, cluster];
}

test.each([
  ['docker-desktop', 12],
  ['shop-staging', 6],
])(
  'whatever changes in %s, a page whose questions have the same answers is the same page',
  async (id, numRuns) => {
    const [book, cluster] = await sample(id);
    const before = pagesOf(book, cluster);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const draw = (below: number) => (draws.next().value as number) % below;
        const to = changedSnapshot(cluster.model.snapshot, draw);
        expect(compare(book, cluster, before, to).stale).toEqual([]);
      }),
      { numRuns },
    );
  },
);

test('a new image of one Deployment is felt around it, not everywhere', async () => {
  const [book, cluster] = await sample('shop-prod');
  const { manifest, lists } = cluster.model.snapshot;
  const isApi = ({ metadata }: KubeObject) =>
    metadata.namespace === 'shop' && metadata.name === 'api';
  const to = {
    manifest,
    lists: lists.map(({ resource, objects }) => ({
      resource,
      objects: objects.map((object) =>
        resource.kind === 'Deployment' && isApi(object)
          ? JSON.parse(JSON.stringify(object).replaceAll(/"image":"[^"]*"/g, '"image":"other:9"'))
          : object,
      ),
    })),
  };
  const { anew, stale } = compare(book, cluster, pagesOf(book, cluster), to);
  expect(stale).toEqual([]);
  expect(anew).toContain('/shop-prod/objects/deployments.apps/shop/api/');
  expect(anew.length).toBeLessThan(100);
});
