/** The search index of large clusters: what making it takes, its bytes, and how soon a browser has an answer. */
import { gzipSync } from 'node:zlib';
import { buildModel } from '#model/build-model.ts';
import { createLinks, createRoutes } from '#site/routes.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { buildSearchIndex } from '#views/search/build-search-index.ts';
import { openSearchIndex } from '#views/search/open-search-index.ts';
import { parseQuery } from '#views/search/query.ts';
import { search as find } from '#views/search/search.ts';
import type { SearchIndex } from '#views/search/search-index.ts';
import { type Figure, itself } from './figure.ts';
import { reportPart } from './measure.ts';
import { randomlyNamed } from './random-names.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const goals = { 10000: '≤ 300 kB gzip', 100000: '≤ 1 MB gzip' } as const;
const queries = ['web', 'app-0001 kind:pod', '10.24', 'registry.example.com', 'a', 'qwertz'];

export const search: Figure = async function* ({ measure, folder }) {
  for (const [size, goal] of Object.entries(goals)) {
    const snapshot = await writeSyntheticSnapshot(folder, Number(size), {
      id: `s${size}`,
      change: randomlyNamed,
    });
    const run = (work: Work) => measure(itself(import.meta.filename, work, snapshot));
    const bytes = gzipSync(await textOf(snapshot)).length;
    const kB = `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
    yield { what: `search index of ${size}: ${kB}`, usage: await run('build'), goal };
    yield { what: `opened, first answer`, usage: await run('first'), goal: '≤ 0.1 s' };
    yield {
      what: `${queries.length} more answers`,
      usage: await run('next'),
      goal: '≤ 0.1 s each',
    };
  }
};

async function textOf(folder: string): Promise<string> {
  return JSON.stringify((await builder(folder))());
}

/** What makes the index, once all that it shares with the pages is there. */
async function builder(folder: string): Promise<() => SearchIndex> {
  const model = buildModel(await readSnapshot(folder));
  const links = createLinks(createRoutes('/'), 'synthetic', model);
  for (const { id } of model.entries) links.object(id);
  return () => buildSearchIndex(model, links, []);
}

const answer = (text: string) => {
  const index = openSearchIndex(JSON.parse(text) as SearchIndex);
  return { index, results: find(index, parseQuery('web')) };
};

const works = {
  build: async (folder: string) => {
    const build = await builder(folder);
    reportPart(() => JSON.stringify(build()));
  },
  first: async (folder: string) => {
    const text = await textOf(folder);
    reportPart(() => answer(text));
  },
  next: async (folder: string) => {
    const { index } = answer(await textOf(folder));
    reportPart(() => queries.map((query) => find(index, parseQuery(query))));
  },
};
type Work = keyof typeof works;

if (import.meta.main) {
  const [work = '', folder = ''] = process.argv.slice(2);
  await works[work as Work](folder);
}
