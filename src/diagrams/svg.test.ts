// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { layoutColumns } from './columns-layout.ts';
import { diagram, edge, hostileLabels, node, sevenPx } from './diagram.fixture.ts';
import type { DiagramEdge, DiagramNode } from './diagram.ts';
import { drawSvg } from './svg.ts';
import type { TextMetrics } from './text-metrics.ts';

const self = node('web', {
  kind: 'Deployment',
  role: 'self',
  glyph: 'deployment',
  category: 'workload',
});

function draw(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  metrics: TextMetrics = sevenPx,
): string {
  const drawn = diagram(nodes, edges, { layout: 'columns' });
  return drawSvg(drawn, layoutColumns(drawn, metrics), metrics);
}

// So narrow that no label is cut.
const narrow: TextMetrics = (text) => text.length;

function parse(svg: string): Element {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document.documentElement;
}

test('a figure is classes and attributes, with a title, a description and links', () => {
  const settings = node('settings', { href: '/x/settings/' });
  expect(draw([self, settings], [edge('web', 'settings', { label: 'mounts' })])).toBe(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" class="dg" role="graphics-document document" aria-labelledby="fig-t fig-d" viewBox="0 0 349 52" width="349" height="52">',
      '<title id="fig-t">Title</title><desc id="fig-d">Description</desc>',
      '<path class="e" data-e="0-1" d="M129 26L227 26"/><path class="ah" data-e="0-1" d="M219 29.5L227 26L219 22.5z"/>',
      '<text class="el" x="178" y="20" text-anchor="middle">mounts</text>',
      '<g class="n k-workload self"><title>Deployment web</title><rect class="box" x="2" y="2" width="127" height="48" rx="6"/><rect class="chipbg" x="11" y="14" width="24" height="24" rx="5"/><use class="gl" href="#g-deployment" x="15" y="18" width="16" height="16"/><text class="k" x="44" y="21">Deployment</text><text x="44" y="38">web</text></g>',
      '<a class="n k-config" href="/x/settings/"><title>ConfigMap settings</title><rect class="box" x="227" y="2" width="120" height="48" rx="6"/><rect class="chipbg" x="236" y="14" width="24" height="24" rx="5"/><use class="gl" href="#g-configmap" x="240" y="18" width="16" height="16"/><text class="k" x="269" y="21">ConfigMap</text><text x="269" y="38">settings</text></a>',
      '</svg>',
    ].join(''),
  );
});

test.each(hostileLabels)('%s is text and nothing else', (label) => {
  const hostile = node('hostile', { label, kind: label, glyph: label, href: label });
  const svg = parse(draw([self, hostile], [edge('web', 'hostile', { label })], narrow));
  const known = new Set(['svg', 'title', 'desc', 'path', 'text', 'g', 'a', 'rect', 'use']);
  const elements = [svg, ...svg.querySelectorAll('*')];
  expect(elements.filter(({ localName }) => !known.has(localName))).toEqual([]);
  const attributes = elements.flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  const words = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(words.filter((text) => text === label)).toHaveLength(3);
  expect(svg.querySelector('.k-config title')?.textContent).toBe(`${label} ${label}`);
});

test('a state is a sign, a word where it is trouble, and whole in the title', () => {
  const well = node('well', { status: { state: 'ok', word: '2/2 ready' } });
  const ill = node('ill', { status: { state: 'bad', word: '0/2 ready' } });
  const svg = parse(draw([self, well, ill], [edge('web', 'well'), edge('web', 'ill')]));
  const drawn = [...svg.querySelectorAll('.k-config')].map((box) => [
    box.getAttribute('class'),
    box.querySelector('title')?.textContent,
    box.querySelector('.k')?.textContent,
    box.querySelector('.sg')?.getAttribute('href'),
  ]);
  expect(drawn).toEqual([
    ['n k-config', 'ConfigMap well (2/2 ready)', 'ConfigMap', '#g-ok'],
    ['n k-config bad', 'ConfigMap ill (0/2 ready)', 'ConfigMap · 0/2 ready', '#g-bad'],
  ]);
});

test('a name too long for its box is cut, and whole in the title', () => {
  const name = 'n'.repeat(253);
  const svg = parse(draw([self, node('x', { label: name })], [edge('web', 'x')]));
  const drawn = [...svg.querySelectorAll('.k-config text')].at(-1)?.textContent ?? '';
  expect(drawn).toMatch(/^n+…n+$/);
  expect(drawn.length).toBeLessThan(40);
  expect(svg.querySelector('.k-config title')?.textContent).toBe(`ConfigMap ${name}`);
});

test('each part of a path of lines says which boxes it joins', () => {
  const ends = ['a', 'b', 'c'].map((id) => node(id));
  const edges = [edge('web', 'a'), edge('web', 'b', { both: true }), edge('c', 'web')];
  const svg = parse(draw([self, ...ends], edges));
  const boxes = [...svg.querySelectorAll('.n')].map((box) => box.lastElementChild?.textContent);
  const joined = [...svg.querySelectorAll('path[data-e]')].map((path) => {
    const pairs = (path.getAttribute('data-e') ?? '').split(' ');
    expect(path.getAttribute('d')?.match(/M/g)).toHaveLength(pairs.length);
    return pairs.map((pair) =>
      pair
        .split('-')
        .map((place) => boxes[Number(place)])
        .join(' → '),
    );
  });
  expect(joined).toEqual([
    ['c → web', 'web → a', 'web → b'],
    ['c → web', 'web → a', 'web → b', 'web → b'],
  ]);
});

test('roles are classes', () => {
  const roles = ['ghost', 'outside', 'unseen', 'more'] as const;
  const nodes = roles.map((role) => node(role, { role }));
  const svg = parse(
    draw(
      [self, ...nodes],
      nodes.map(({ id }) => edge('web', id)),
    ),
  );
  const classes = [...svg.querySelectorAll('.n')].map((element) => element.getAttribute('class'));
  expect(classes).toEqual([
    'n k-workload self',
    'n k-config ghost',
    'n k-config hid',
    'n k-config hid unseen',
    'n k-config more',
  ]);
});
