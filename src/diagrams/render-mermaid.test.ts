import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { beforeAll, expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import { hostileLabels } from './diagram.fixture.ts';
import { mermaidLabel } from './mermaid-text.ts';
import { mermaidRenderer, mermaidVersion, type Picture } from './render-mermaid.ts';
import type { TextCache } from './text-cache.ts';

const bundle = () => readFile('node_modules/mermaid/dist/mermaid.min.js', 'utf8');
const width = (text: string, size: number) => (text.length * size) / 2;
const render = mermaidRenderer({ bundle, width });

// Mermaid is 5 MB of script, read once for all tests.
beforeAll(() => render({ id: 'first', title: 'First', text: 'flowchart LR\n a --> b' }), 120_000);

function parse({ svg }: Picture): Element {
  const root = new JSDOM(svg).window.document.querySelector('svg');
  if (root === null) throw new Error('There is no picture.');
  return root;
}

const flowchart = `flowchart LR
  accTitle: How traffic arrives
  accDescr: From the outside to a Pod
  inet([Internet]) -->|443| lb[load balancer]
  subgraph shop["Namespace shop"]
    web{{"Service web"}} -.-> store[("StatefulSet postgres")]
  end
  lb --> web
  click web href "/x/web/" "tip"
  click lb href "javascript:alert(1)"
  classDef warn fill:#ffeecc
  class lb warn`;

const sequence = `sequenceDiagram
  participant K as kubectl
  K->>A: POST
  A-->>K: 201
  Note over K,A: both
  loop every 10 s
    K->>A: get
  end`;

const gitGraph = `gitGraph
  commit
  branch staging
  commit tag: "v1.4.3"
  checkout main
  merge staging
  commit type: HIGHLIGHT`;

test.each([
  ['flowchart', flowchart],
  ['sequence', sequence],
  ['state', 'stateDiagram-v2\n [*] --> Pending\n Pending --> Running: scheduled'],
  ['class', 'classDiagram\n Deployment "1" --> "*" ReplicaSet : owns'],
  ['er', 'erDiagram\n NODE ||--o{ POD : runs'],
  ['git', gitGraph],
  ['xychart', 'xychart-beta\n x-axis [a, b]\n bar [31, 44]\n line [31, 44]'],
  ['block', 'block-beta\n columns 2\n a["kubectl"] b["etcd"]\n block:g:2\n c\n end\n a --> b'],
  ['sankey', 'sankey-beta\nIngress,Service web,10\nService web,Pod a,5\n'],
  ['treemap', 'treemap-beta\n"shop"\n    "web": 40\n    "api": 25'],
])('a %s diagram has neither styles nor scripts, and the colours of the site', async (id, text) => {
  const svg = parse(await render({ id, text, title: 'Title' }));
  const elements = [svg, ...svg.querySelectorAll('*')];
  expect(svg.querySelectorAll('style, script, foreignObject, image')).toHaveLength(0);
  const attributes = elements.flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => /^(?:style$|on|data-)/.test(name))).toEqual([]);
  const classes = elements.flatMap(({ classList }) => [...classList]);
  expect(classes.filter((name) => !/^(?:mm$|[fs]-[a-z]+(?:-(?:\d|[a-z]+))?$)/.test(name))).toEqual(
    [],
  );
  const colours = elements.flatMap((element) =>
    ['fill', 'stroke'].map((name) => element.getAttribute(name) ?? 'none'),
  );
  expect(new Set(colours.filter((colour) => !/^(?:none|transparent)$/.test(colour)))).toEqual(
    new Set(id === 'flowchart' ? ['#ffeecc', 'rgb(255, 238, 204)'] : []),
  );
});

const tellings: readonly (readonly [text: string, told: readonly string[]])[] = [
  [flowchart, ['Internet → load balancer: 443.', 'Service web → StatefulSet postgres.']],
  [sequence, ['kubectl → A: POST.', 'A → kubectl: 201.', 'kubectl → A: both.', 'every 10 s:']],
  [
    'stateDiagram-v2\n [*] --> Pending\n Pending --> Running: scheduled\n Running --> [*]',
    ['Start → Pending.', 'Pending → Running: scheduled.', 'Running → End.'],
  ],
  [
    'classDiagram\n Deployment "1" --> "*" ReplicaSet : owns\n class Pod',
    ['Deployment 1 → * ReplicaSet: owns.', 'Pod.'],
  ],
  ['erDiagram\n NODE ||--o{ POD : runs', ['NODE → POD: runs.']],
  [gitGraph, ['On main: merged branch staging into main.']],
  ['xychart-beta\n x-axis [a, b]\n bar [31, 44]', ['a: 31, as a bar.', 'b: 44, as a bar.']],
  [
    'block-beta\n columns 2\n a["kubectl"] b["etcd"] c["alone"]\n a -- "x" --> b',
    ['kubectl → etcd: x.', 'alone.'],
  ],
  ['sankey-beta\nIngress,Service web,10\n', ['Ingress → Service web: 10.']],
  ['treemap-beta\n"shop"\n    "web": 40\n    "api": 25', ['shop, web: 40.', 'shop, api: 25.']],
];

test.each(tellings.map(([text, told]) => [/^\w+/.exec(text)?.[0], text, told] as const))(
  'a %s is told as a list',
  async (_, text, told) => {
    const { list } = await render({ id: 'told', text, title: 'Title' });
    expect(list).toEqual(expect.arrayContaining([...told]));
    expect(list.length).toBeGreaterThan(0);
  },
);

test('words of a list are those of the picture, whatever they are', async () => {
  const labels = hostileLabels.slice(0, 8);
  const text = ['flowchart LR', ...labels.map((label, i) => `n${i}[${mermaidLabel(label)}]`)];
  const { list } = await render({ id: 'hostile', text: text.join('\n'), title: 'Title' });
  expect(list.map((line) => line.replaceAll('\u2060', ''))).toEqual(
    labels.map((label) => `${label}.`),
  );
});

test('the same text is the same picture, also where Mermaid names commits at random', async () => {
  const figure = { id: 'same', text: gitGraph, title: 'Title' };
  const [first, again] = [await render(figure), await render(figure)];
  expect(again).toEqual(first);
  expect(first.svg).toMatch(/>0-[0-9a-f]{7}</);
});

test('five participants of a sequence fit the column', async () => {
  const names = ['kubectl', 'API server', 'Controllers', 'Scheduler', 'kubelet'];
  const messages = names.slice(1).map((name) => `  API server->>${name}: watch: what is mine`);
  const participants = names.map((name) => `  participant ${name}`);
  const text = ['sequenceDiagram', ...participants, ...messages].join('\n');
  const { width: wide } = await render({ id: 'five', text, title: 'Title' });
  expect(wide).toBeLessThanOrEqual(888);
});

test('ids are those of the figure, and only those that something refers to', async () => {
  const svg = parse(await render({ id: 'way', text: flowchart, title: 'Title' }));
  const ids = [...svg.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id) => !/^way-(?:t|d|\d+)$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const markers = [...svg.querySelectorAll('[marker-end]')].map((line) =>
    line.getAttribute('marker-end')?.replace(/^url\(#(.*)\)$/, '$1'),
  );
  expect(markers.filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
});

test('links stay, those that run script do not', async () => {
  const svg = parse(await render({ id: 'links', text: flowchart, title: 'Title' }));
  const hrefs = [...svg.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs.filter((href) => href !== null)).toEqual(['/x/web/']);
});

test('the text names the figure for screen readers, else its caption does', async () => {
  const words = (svg: Element) =>
    ['title', 'desc'].map((name) => svg.querySelector(`:scope > ${name}`)?.textContent);
  const own = parse(await render({ id: 'own', text: flowchart, title: 'Caption' }));
  expect(words(own)).toEqual(['How traffic arrives', 'From the outside to a Pod']);
  expect(own.getAttribute('aria-labelledby')).toBe('own-t own-d');
  const none = parse(await render({ id: 'none', text: sequence, title: 'Caption' }));
  expect(words(none)).toEqual(['Caption', undefined]);
  expect(none.getAttribute('aria-labelledby')).toBe('none-t');
});

// The last is as long as the name of an object can be.
test.each([...hostileLabels, 'n'.repeat(253)])('%s is drawn as it is', async (label) => {
  const text = `flowchart LR\n n0[${mermaidLabel(label)}]`;
  const svg = parse(await render({ id: 'hostile', text, title: 'Title' }));
  const drawn = svg.querySelector('text')?.textContent?.replaceAll('\u2060', '');
  expect(drawn).toBe(label);
  expect(svg.querySelectorAll('script, img, iframe, foreignObject')).toHaveLength(0);
});

test('what Mermaid cannot read is told in its own words', async () => {
  const broken = render({ id: 'broken', text: 'flowchart LR\n a --', title: 'Title' });
  await expect(broken).rejects.toThrow(UserError);
  await expect(broken).rejects.toThrow(/figure: Parse error on line/);
});

test('a type that needs a browser is refused with those that do not', async () => {
  const gantt = render({ id: 'g', text: 'gantt\n section a\n b: 2026-01-01, 1d', title: 'Title' });
  await expect(gantt).rejects.toThrow("Mermaid's gantt diagrams cannot be drawn at build.");
});

test('a directive cannot loosen what the site needs', async () => {
  const text = `%%{init: {"securityLevel": "loose", "theme": "dark", "htmlLabels": true}}%%\nflowchart LR\n a[x] --> b`;
  const { svg } = await render({ id: 'loose', text, title: 'Title' });
  const plain = await render({ id: 'loose', text: text.replace(/^.*\n/, ''), title: 'Title' });
  expect(svg).toBe(plain.svg);
});

test('a figure in the cache is not drawn again, and Mermaid is not even read', async () => {
  const kept = new Map<string, string>();
  const cache: TextCache = {
    get: async (key) => kept.get(key),
    set: async (key, text) => void kept.set(key, text),
  };
  const figure = { id: 'kept', text: 'flowchart LR\n a --> b', title: 'Title' };
  const first = await mermaidRenderer({ bundle, width, cache })(figure);
  const unreadable = () => Promise.reject(new Error('Mermaid was read.'));
  const again = mermaidRenderer({ bundle: unreadable, width, cache });
  expect(await again(figure)).toEqual(first);
  await expect(again({ ...figure, text: 'flowchart LR\n a --> c' })).rejects.toThrow('was read');
}, 60_000);

test('kept figures are those of the installed Mermaid', async () => {
  const { name, version } = JSON.parse(await readFile('node_modules/mermaid/package.json', 'utf8'));
  expect(mermaidVersion).toBe(`${name} ${version}`);
});
