// @vitest-environment jsdom
import mermaid from 'mermaid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { columnDiagrams, pageDiagrams } from '#tests/fixtures/diagrams.ts';
import { changedDiagram } from '#views/changed-diagram.ts';
import type { Figure } from '#views/figure.ts';
import type { Side } from '#views/side.ts';
import { drawFigure, drawNeighbourhood } from './figures.ts';
import { createLinks, createRoutes } from './routes.ts';

async function sideOf(sample: string): Promise<Side> {
  const model = buildModel(await readSnapshot(`snapshots/${sample}`));
  return { model, links: createLinks(createRoutes('/'), sample, model) };
}

/** What differs in each namespace between the two samples of a shop. */
async function differences(): Promise<readonly Diagram[]> {
  const [before, after] = [await sideOf('shop-staging'), await sideOf('shop-prod')];
  const { changes } = diffSnapshots(before.model.snapshot, after.model.snapshot);
  const groups = Map.groupBy(changes, ({ object }) => object.namespace);
  return [...groups].flatMap(([namespace, members]) =>
    namespace === undefined ? [] : (changedDiagram(namespace, members, before, after) ?? []),
  );
}

async function figuresOf({ model, links }: Side): Promise<readonly Figure[]> {
  const drawn: Figure[] = columnDiagrams(model, links).map(drawNeighbourhood);
  for (const diagram of pageDiagrams(model, links)) drawn.push(await drawFigure(diagram));
  return drawn;
}

async function unreadable(figures: readonly Figure[]): Promise<readonly string[]> {
  const unread: string[] = [];
  for (const text of new Set(figures.map((figure) => figure.mermaid))) {
    await mermaid.parse(text).catch(() => unread.push(text));
  }
  return unread;
}

describe.each(['docker-desktop', 'shop-staging', 'shop-prod'])('the figures of %s', (sample) => {
  let side: Side;
  let figures: readonly Figure[] = [];

  beforeAll(async () => {
    side = await sideOf(sample);
    figures = await figuresOf(side);
  }, 240_000);

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

  test('lead from what is missing to its finding, or to where it is listed', () => {
    const unlinked = figures.filter(({ svg }) => /<g class="n [^"]*\bghost\b/.test(svg));
    expect(unlinked.map(({ caption }) => caption)).toEqual([]);
  });

  test('say where all is, if they do not show all', () => {
    const silent = figures.filter(
      ({ omitted = '', complete }) => /Drawn as one box each|Counted/.test(omitted) && !complete,
    );
    expect(silent.map(({ caption }) => caption)).toEqual([]);
  });

  test('are the same when drawn again', async () => {
    expect(await figuresOf(side)).toEqual(figures);
  }, 240_000);

  test('offer Mermaid that Mermaid reads, every one', async () => {
    expect(await unreadable(figures)).toEqual([]);
  }, 240_000);
});

test('the figures of a comparison mark what differs, and Mermaid reads them', async () => {
  const diagrams = await differences();
  const figures: Figure[] = [];
  for (const diagram of diagrams) figures.push(await drawFigure(diagram));
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter(({ svg }) => !/class="n [^"]*\b(?:add|del|mod)\b/.test(svg))).toEqual([]);
  expect(await unreadable(figures)).toEqual([]);
}, 240_000);
