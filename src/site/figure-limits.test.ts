import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collapse } from '#diagrams/collapse.ts';
import { mermaidText } from '#diagrams/mermaid-text.ts';
import { textStyles } from '#diagrams/text-metrics.ts';
import { buildModel } from '#model/build-model.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { diagramsOf } from '#tests/fixtures/diagrams.ts';
import { importedSnapshot } from '#tests/fixtures/imported.ts';
import { writeSyntheticSnapshot } from '../../bench/synthetic-cluster.ts';
import { createLinks, createRoutes } from './routes.ts';

/** What Mermaid reads by default; beyond it draws a message instead of the figure. */
const mermaidReads = { edges: 500, characters: 50_000 };
/** What a reader takes in. */
const most = { boxes: 40, edges: 60 };

interface Measured {
  readonly title: string;
  readonly boxes: number;
  readonly edges: number;
  readonly characters: number;
}

/** The figures of a cluster as they are drawn and offered as Mermaid. */
function measured(snapshot: Snapshot): readonly Measured[] {
  const model = buildModel(snapshot);
  const links = createLinks(createRoutes('/'), 'x', model);
  return diagramsOf(model, links).map((diagram) => {
    const drawn = diagram.layout === 'columns' ? diagram : collapse(diagram);
    const text = mermaidText(drawn);
    return {
      title: drawn.title,
      boxes: drawn.nodes.filter(({ role }) => role !== 'more').length,
      edges: text.match(/ <?-\.?->/g)?.length ?? 0,
      characters: text.length,
    };
  });
}

function expectReadable(figures: readonly Measured[]): void {
  expect(figures.filter(({ boxes, edges }) => boxes > most.boxes || edges > most.edges)).toEqual(
    [],
  );
  expect(
    figures.filter(
      ({ edges, characters }) =>
        edges >= mermaidReads.edges || characters >= mermaidReads.characters,
    ),
  ).toEqual([]);
}

test.each(['docker-desktop', 'shop-staging', 'shop-prod'])(
  'no figure of %s has more than a reader or Mermaid takes in',
  async (sample) => {
    const figures = measured(await readSnapshot(`snapshots/${sample}`));
    expect(figures.length).toBeGreaterThan(100);
    expectReadable(figures);
  },
  120_000,
);

test('no figure of a cluster of 10,000 objects has, either', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'figure-limits-'));
  try {
    const figures = measured(await readSnapshot(await writeSyntheticSnapshot(folder, 10_000)));
    expect(figures.length).toBeGreaterThan(3000);
    expectReadable(figures);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 240_000);

const shared = '../shared/data';
const withoutObjects = new Set(['api-discovery-1.36', 'crd-rich-manifests']);
const dumps = existsSync(shared)
  ? readdirSync(shared).filter((name) => !withoutObjects.has(name))
  : [];

// Shared data is not part of the project; its figures are measured where it lies.
describe('dumps of real clusters (folder ../shared/data)', () => {
  test.skipIf(dumps.length > 0)('are not here, so their figures are not measured', () => {});

  test.each(dumps)(
    'no figure of %s has',
    async (name) => {
      expectReadable(measured(await importedSnapshot(join(shared, name))));
    },
    240_000,
  );
});

test('a figure shrinks until its smallest text is 11 px, and then scrolls', () => {
  const css = readFileSync('src/styles/figure.css', 'utf8');
  const [, shrunk = '0'] = /min-width: calc\(attr\(width px\) \* ([\d.]+)\)/.exec(css) ?? [];
  const smallest = Math.min(...Object.values(textStyles).map(({ size }) => size));
  expect(Number(shrunk) * smallest).toBeGreaterThanOrEqual(11);
});
