// @vitest-environment jsdom
import { existsSync } from 'node:fs';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { imported } from '#tests/fixtures/imported.ts';
import { controlPlaneMap } from '#views/diagrams/control-plane-map.ts';
import {
  clusterFigures,
  kindFigures,
  namespaceFigures,
  objectFigures,
} from '#views/diagrams/figures-of.ts';
import { namespaceDiagram } from '#views/diagrams/namespace.ts';
import { neighbourhood } from '#views/diagrams/neighbourhood.ts';
import type { Figure } from '#views/figure.ts';
import type { Links } from '#views/links.ts';
import { drawFigure, drawNeighbourhood } from './figures.ts';

const hrefFor = (id: ObjectId) => `/x/objects/${encodeURIComponent(id)}/`;

const place = (name: string) => `/x/${encodeURIComponent(name)}/`;
const links: Links = {
  cluster: () => '/x/',
  walkthrough: () => '/x/walkthrough/',
  chapter: place,
  namespaces: () => '/x/namespaces/',
  namespace: place,
  nodes: () => '/nodes/',
  kinds: () => '/x/kinds/',
  kind: place,
  findings: () => '/x/findings/',
  finding: place,
  object: hrefFor,
};

const edgesIn = (text: string) => text.match(/ <?-\.?->/g)?.length ?? 0;

/** Every figure that a layout engine places. */
function pageDiagrams(model: Model): readonly Diagram[] {
  const namespaces = model.namespaces.flatMap(
    (name) => namespaceDiagram(model, name, hrefFor) ?? [],
  );
  const pages = [
    ...clusterFigures(model, links),
    ...model.namespaces.flatMap((name) => namespaceFigures(model, links, name)),
    ...model.snapshot.lists.flatMap(({ resource }) => {
      const [first] = model.ofKind(resource);
      return first === undefined ? [] : kindFigures(model, links, first);
    }),
    ...model.entries
      .filter(({ id }) => model.home(id) === id)
      .flatMap((entry) => objectFigures(model, links, entry)),
  ].map(({ diagram }) => diagram);
  return [controlPlaneMap(model, hrefFor), ...namespaces, ...pages];
}

async function figuresOf(model: Model): Promise<readonly Figure[]> {
  const fits = model.entries
    .filter(({ id }) => model.home(id) === id)
    .flatMap(({ id }) => neighbourhood(model, id, hrefFor) ?? [])
    .map(drawNeighbourhood);
  return [
    ...fits,
    ...(await Promise.all(pageDiagrams(model).map((diagram) => drawFigure(diagram)))),
  ];
}

describe.each(['docker-desktop', 'shop-staging', 'shop-prod'])('the figures of %s', (sample) => {
  let model: Model;
  let figures: readonly Figure[] = [];

  beforeAll(async () => {
    model = buildModel(await readSnapshot(`snapshots/${sample}`));
    figures = await figuresOf(model);
  }, 120_000);

  test('are many, and none is empty', () => {
    expect(figures.length).toBeGreaterThan(100);
    expect(
      figures.filter(({ svg, list }) => !svg.includes('class="box"') || list.length === 0),
    ).toEqual([]);
  });

  test('hold no style, no script and no number that is none', () => {
    const bad = /\sstyle=|<style|<script|\son[a-z]+=|NaN|Infinity|undefined|javascript:/;
    expect(figures.filter(({ svg }) => bad.test(svg)).map(({ svg }) => svg)).toEqual([]);
  });

  test('keep to 40 boxes and 60 edges', () => {
    const boxes = figures.map(({ svg }) => svg.split('class="box"').length - 1);
    const edges = figures.map(({ mermaid: text }) => edgesIn(text));
    expect(Math.max(...boxes)).toBeLessThanOrEqual(40);
    expect(Math.max(...edges)).toBeLessThanOrEqual(60);
  });

  test('are the same when drawn again', async () => {
    expect(await figuresOf(model)).toEqual(figures);
  }, 120_000);

  // Reading takes Mermaid 20 ms a figure without a browser, so of the small ones one of each kind.
  test('offer Mermaid that Mermaid reads', async () => {
    const kindOf = ({ caption }: Figure) =>
      /^(?:What uses|What pods that|Who has|Who keeps|Where a request|From owner) (\S+)/.exec(
        caption,
      )?.[0] ?? caption;
    const oneEach = new Map(figures.map((figure) => [kindOf(figure), figure.mermaid]));
    const unread: string[] = [];
    for (const text of oneEach.values()) {
      await mermaid.parse(text).catch(() => unread.push(text));
    }
    expect(oneEach.size).toBeGreaterThan(15);
    expect(unread).toEqual([]);
  }, 120_000);
});

const dumps = ['eks-1.31-dump-stdout', 'kurl-1.23-support-bundle', 'rancher-rke1-katafygio'].map(
  (name) => `../shared/data/${name}`,
);

// Shared data is not part of the project; its figures are drawn where it lies.
describe.each(dumps)('the figures of the dump %s', (path) => {
  test.skipIf(!existsSync(path))(
    'can be followed, and Mermaid reads them',
    async () => {
      const { lists, takenAt, cluster, source, redactions } = await imported(path);
      const full = lists.map(({ type, outcome, objects }) => ({
        resource: { ...type, ...outcome, count: objects.length, bytes: 0 },
        objects,
      }));
      const manifest = {
        formatVersion: 1 as const,
        id: 'dump',
        cluster: { name: 'dump', ...cluster },
        takenAt,
        tool: { name: 'clusterbook', version: '0' },
        source,
        resources: full.map(({ resource }) => resource),
        redactions,
      };
      const drawn = await Promise.all(
        pageDiagrams(buildModel({ lists: full, manifest })).map((diagram) => drawFigure(diagram)),
      );
      const wide = drawn.filter(({ svg }) => svg.split('class="box"').length - 1 > 40);
      const tangled = drawn.filter(({ mermaid: text }) => edgesIn(text) > 60);
      expect([...wide, ...tangled].map(({ caption }) => caption)).toEqual([]);
      const unread: string[] = [];
      for (const { mermaid: text } of drawn)
        await mermaid.parse(text).catch(() => unread.push(text));
      expect(unread).toEqual([]);
    },
    120_000,
  );
});
