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

const readLines = new Set<string>();

/**
 * Texts that Mermaid does not read. It reads line by line, and names of one make are all the same to it: a text of
 * which it has read every sort of line before is one that it reads.
 */
async function unreadable(figures: readonly Figure[]): Promise<readonly string[]> {
  const unread: string[] = [];
  for (const { mermaid: text } of figures) {
    const sorts = text.split('\n').map(sortOfLine);
    if (sorts.every((sort) => readLines.has(sort))) continue;
    await mermaid.parse(text).catch(() => unread.push(text));
    for (const sort of sorts) readLines.add(sort);
  }
  return unread;
}

/** A line without its names: `  n1 -->|"selects"| n0` → `  n -->|"a"| n`. What joins and quotes them stays. */
function sortOfLine(line: string): string {
  return line
    .replace(/"[^"]*"|(?<=acc(?:Title|Descr): ).*/g, (label) =>
      label.replace(/[\w-]+(?:[./][\w-]+)*/g, 'a').replace(/a(?: a)+/g, 'a'),
    )
    .replace(/\b([ng])\d+\b/g, '$1')
    .replace(/n(?:,n)+/, 'n,n')
    .replace(/linkStyle \d+/, 'linkStyle 0');
}

/** Texts with a style for a line that they do not have, which Mermaid refuses. */
function styledInVain(figures: readonly Figure[]): readonly string[] {
  return figures.flatMap(({ mermaid: text }) => {
    const lines = text.match(/ <?-\.?->/g)?.length ?? 0;
    const styled = [...text.matchAll(/linkStyle (\d+)/g)].map(([, index]) => Number(index));
    return Math.max(-1, ...styled) < lines ? [] : [text];
  });
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
    expect(styledInVain(figures)).toEqual([]);
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
