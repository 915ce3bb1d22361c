// @vitest-environment jsdom
import mermaid from 'mermaid';
import { describe, expect, test } from 'vitest';
import { layoutAround } from './around-layout.ts';
import { collapse } from './collapse.ts';
import { layoutColumns } from './columns-layout.ts';
import { diagram, edge, hostileLabels, node } from './diagram.fixture.ts';
import type { Diagram } from './diagram.ts';
import { layoutLayered } from './layered-layout.ts';
import type { Layout } from './layout.ts';
import { mermaidText } from './mermaid-text.ts';
import { layoutPacked } from './packed-layout.ts';
import { sentences } from './sentences.ts';
import { drawSvg } from './svg.ts';
import type { TextMetrics } from './text-metrics.ts';

// The last is as long as the name of an object can be.
const labels = [...hostileLabels, 'n'.repeat(253)];

// So narrow that no label is cut.
const narrow: TextMetrics = (text) => text.length / 10;

/** Every label as an id, a name, a kind, a state, a group, a word on an edge, its proof, an address. */
const hostile: Diagram = diagram(
  [
    node('hub', { role: 'self' }),
    ...labels.map((label) =>
      node(label, {
        label,
        kind: label,
        glyph: label,
        href: `/x/${label}`,
        group: label,
        status: { state: 'bad', word: label },
      }),
    ),
  ],
  labels.map((label) => edge('hub', label, { label, proof: label })),
  {
    id: labels.join(' '),
    title: labels.join(' '),
    groups: labels.map((label) => ({ id: label, label, href: label })),
  },
);
const flat: Diagram = {
  ...hostile,
  groups: [],
  nodes: hostile.nodes.map((each) => ({ ...each, group: undefined })),
};

const layouts: Readonly<Record<string, () => Promise<readonly [Diagram, Layout]>>> = {
  layered: async () => [hostile, await layoutLayered(hostile, narrow)],
  columns: async () => [flat, layoutColumns(flat, narrow)],
  around: async () => [hostile, layoutAround(hostile, narrow)],
  packed: async () => [hostile, layoutPacked(hostile, narrow)],
};

describe.each(Object.entries(layouts))('the %s layout', (name, lay) => {
  test('shows every label exactly, and nothing of it as markup', async () => {
    const [drawn, layout] = await lay();
    const text = drawSvg(drawn, layout, narrow);
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    const all = [...parsed.querySelectorAll('*')];
    const known = ['svg', 'title', 'desc', 'path', 'text', 'g', 'a', 'rect', 'use'];
    expect(all.filter(({ localName }) => !known.includes(localName))).toEqual([]);
    const attributes = all.flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((each) => each === 'style' || each.startsWith('on'))).toEqual([]);
    const addresses = all.flatMap((element) => element.getAttribute('href') ?? []);
    expect(addresses.filter((each) => /^\s*(?:javascript|data):/i.test(each))).toEqual([]);
    const words = new Set(
      [...parsed.querySelectorAll('text, title')].map(({ textContent }) => textContent),
    );
    expect(labels.filter((label) => !words.has(`${label} ${label} (${label})`))).toEqual([]);
    expect(labels.filter((label) => !words.has(label))).toEqual([]);
    expect(name === 'packed' || layout.edges.length === labels.length).toBe(true);
  });
});

test('Mermaid reads them, whole and collapsed', async () => {
  const many = hostile.nodes.flatMap((each) => [each, { ...each, id: `${each.id} again` }]);
  const collapsed = collapse({ ...hostile, nodes: many });
  expect(collapsed.nodes.length).toBeLessThan(many.length);
  for (const each of [hostile, flat, collapsed]) {
    expect(await mermaid.parse(mermaidText(each))).toMatchObject({ diagramType: 'flowchart-v2' });
  }
});

test('the list of the figure has them exactly', () => {
  expect(sentences(flat)).toEqual(
    labels.map(
      (label) => `ConfigMap hub → ${label} ${label} (${label}): ${label}. Proven by ${label}.`,
    ),
  );
});

test('names that read backwards in part stay as they are, what would turn others round does not', () => {
  const names = ['خدمة-api', '\u202eexe.doc', 'a\u0000b', '\ud800'];
  const drawn = diagram(names.map((label, i) => node(`n${i}`, { label })));
  expect(sentences(drawn)).toEqual([
    'ConfigMap خدمة-api.',
    'ConfigMap \ufffdexe.doc.',
    'ConfigMap a\ufffdb.',
    'ConfigMap \ufffd.',
  ]);
});
