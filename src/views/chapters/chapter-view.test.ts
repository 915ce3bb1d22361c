import { expect, test } from 'vitest';
import { parseChapter } from '#markdown/parse-chapter.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { clusterOf, textOf } from '#tests/fixtures/chapters.ts';
import { UserError } from '#user-error.ts';
import { chapterList } from './chapter-list.ts';
import { chapterView } from './chapter-view.ts';
import type { Cluster } from './cluster.ts';

const chapterOf = (body: string, front = '') =>
  parseChapter(
    `---\nnumber: 1\ntitle: A\npart: First look\nsummary: What A is.\n${front}---\n${body}`,
    '01-a.md',
  );

function viewOf(body: string, cluster: Cluster = bare) {
  const chapter = chapterOf(body);
  return chapterView(chapter, [chapter], cluster);
}

const oneNode = object('v1', 'Node', 'n1', {
  status: { nodeInfo: { kubeletVersion: 'v1.32.0' } },
});
const bare = clusterOf(snapshotOf(oneNode));

test('a paragraph that needs what the snapshot lacks is left out, the next one stays', () => {
  expect(textOf(viewOf('It has :value[nodes.count].\n\nIt has :value[etcd.members].\n'))).toBe(
    'What A is.\nIt has one node.\nThe list of Nodes was read in full.',
  );
});

test('so are an item of a list and a row of a table', () => {
  const body =
    '- :value[nodes.count]\n- :value[etcd.members]\n\n| a |\n|---|\n| :value[etcd.members] |\n| x |\n';
  expect(viewOf(body).intro).toMatchObject([
    { type: 'list', items: [[{ type: 'paragraph' }]] },
    { type: 'grid', rows: [[[{ type: 'text', text: 'x' }]]] },
  ]);
});

test('a note that lacks its value is left out alone', () => {
  expect(viewOf('A:note[see :value[etcd.members]].').intro).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'A' },
        { type: 'text', text: '.' },
      ],
    },
  ]);
});

test('notes are numbered through the chapter and marked where they stand', () => {
  expect(viewOf('A:note[one], b.\n\n## S\n\nC:note[two].').sections[0]?.blocks).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'C' },
        { type: 'mark', number: 2 },
        { type: 'text', text: '.' },
      ],
      note: { number: 2, children: [{ type: 'text', text: 'two' }] },
    },
  ]);
});

test('the lead is the first paragraph the snapshot can fill', () => {
  const body =
    ':::lead\nIt has :value[etcd.members].\n\nIt has :value[nodes.count].\n\nIt is a cluster.\n:::\n';
  expect(textOf(viewOf(body))).toBe('It has one node.\nThe list of Nodes was read in full.');
});

test('what is known in the same way has one note, and each place its mark', () => {
  const note = { number: 1, children: [{ type: 'text' }, { type: 'link' }, { type: 'text' }] };
  const mark = { type: 'mark', number: 1 };
  expect(
    viewOf('It has :value[nodes.count].\n\nAll :value[nodes.count] are here.').intro,
  ).toMatchObject([{ children: [{}, {}, {}, mark], note }, { children: [{}, {}, {}, mark] }]);
});

test('a note of the author takes the place of ours', () => {
  expect(viewOf('It has :value[nodes.count].:note[Counted.]').intro).toMatchObject([
    { note: { number: 1, children: [{ type: 'text', text: 'Counted.' }] } },
  ]);
});

test('a section without content loses its heading', () => {
  expect(viewOf('## A\n\n:value[etcd.members]\n\n## B\n\nb').sections.map(({ id }) => id)).toEqual([
    'b',
  ]);
});

test.each([
  [':::when{has="nodes.count"}\nyes\n:::\n:::otherwise\nno\n:::', 'yes'],
  [':::when{has="nodes.count etcd.pod"}\nyes\n:::\n:::otherwise\nno\n:::', 'no'],
  [':::when{lacks="etcd.pod"}\nyes\n:::', 'yes'],
  [':::when{since="1.32"}\nyes\n:::\n:::otherwise\nno\n:::', 'yes'],
  [':::when{since="1.33"}\nyes\n:::\n:::otherwise\nno\n:::', 'no'],
  [':::when{before="1.33"}\nyes\n:::', 'yes'],
])('%s says %s on one node of 1.32', (body, said) => {
  expect(textOf(viewOf(body)).split('\n').at(-1)).toBe(said);
});

test('without a version no condition about versions holds', () => {
  const body = ':::when{since="1.0"}\nsince\n:::\n\n:::when{before="1.99"}\nbefore\n:::\n\nend';
  expect(textOf(viewOf(body, clusterOf(snapshotOf())))).toBe('What A is.\nend');
});

test('a Mermaid figure shows the values of the cluster, without the lines it cannot fill', () => {
  const body = [
    '```mermaid One node.',
    'flowchart LR',
    '  n["Nodes: :value[nodes.count]"]',
    '  n --> e["etcd :value[etcd.members]"]',
    '  click n :href{kind="nodes" name="n1"}',
    '  click n :href{kind="nodes" name="n2"}',
    '  click n :href{chapter="a"}',
    '```',
  ].join('\n');
  expect(viewOf(body).intro).toMatchObject([
    {
      type: 'mermaid',
      text: [
        'flowchart LR',
        '  n["Nodes: one node"]',
        '  click n "/test/objects/nodes/n1/"',
        '  click n "/test/walkthrough/a/"',
      ].join('\n'),
    },
    { type: 'source' },
  ]);
});

test('words of an object cannot leave their label in a Mermaid figure', () => {
  const odd = object('v1', 'Node', 'n1', {
    status: { nodeInfo: { kubeletVersion: 'v1.32.0"];click' } },
  });
  const body = '```mermaid V\nflowchart LR\n  n[":value[version]"]\n```';
  expect(viewOf(body, clusterOf(snapshotOf(odd))).intro).toMatchObject([
    { text: 'flowchart LR\n  n["v1.32.0#34;#93;#59;click"]' },
    { type: 'source' },
  ]);
});

test('a field of an object is its value; without the object the sentence is left out', () => {
  const field = (path: string, name = 'n1') => `:field[${path}]{kind="nodes" name="${name}"}`;
  const body = [
    `Kubelet ${field('status.nodeInfo.kubeletVersion')}.`,
    `Taints ${field('spec.taints')}.`,
    `Conditions ${field('status.conditions[type=Ready].status')}.`,
    `Other ${field('metadata.name', 'n2')}.`,
  ].join('\n\n');
  const node = object('v1', 'Node', 'n1', {
    status: {
      nodeInfo: { kubeletVersion: 'v1.32.0' },
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  });
  expect(textOf(viewOf(body, clusterOf(snapshotOf(node))))).toBe(
    [
      'What A is.',
      'Kubelet v1.32.0.',
      'status.nodeInfo.kubeletVersion of Node n1.',
      'Conditions True.',
      'status.conditions[type=Ready].status of Node n1.',
    ].join('\n'),
  );
});

test('a card shows what runs as a component, and nothing where nothing does', () => {
  const etcd = object('v1', 'Pod', 'kube-system/etcd-n1', {
    metadata: { labels: { component: 'etcd', tier: 'control-plane' } },
    spec: { containers: [{ name: 'etcd', image: 'registry.k8s.io/etcd:3.5.0' }] },
  });
  const body = '::component{id="etcd"}\n\n::component{id="coredns"}';
  expect(viewOf(body, clusterOf(snapshotOf(etcd))).intro).toMatchObject([
    { type: 'profiles', profiles: [{ ref: { name: 'etcd-n1' } }] },
  ]);
});

test('a table without rows says whether there are none or nobody knows', () => {
  const table = '::table{kind="pods" namespace="shop"}';
  const forbidden = clusterOf(withCoverage(snapshotOf(), { pods: 'forbidden' }));
  const elsewhere = snapshotOf(object('v1', 'Pod', 'other/a'));
  const partial = clusterOf(withCoverage(elsewhere, { pods: 'partial' }));
  const nothing = clusterOf(withCoverage(snapshotOf(), { pods: 'partial' }));
  const lastLine = (cluster: Cluster) => textOf(viewOf(table, cluster)).split('\n').at(-1);
  expect([bare, forbidden, partial, nothing].map(lastLine)).toEqual([
    'There are no Pods in shop.',
    'Pods were not captured.',
    'This snapshot holds no Pods in shop; others may exist.',
    'Pods were not captured.',
  ]);
});

test('the command of a table is one that a reader can type', () => {
  const lease = (name: string) => object('coordination.k8s.io/v1', 'Lease', `kube-system/${name}`);
  const cluster = clusterOf(snapshotOf(lease('apiserver-a'), lease('apiserver-b'), lease('x')));
  const body =
    '::table{kind="leases.coordination.k8s.io" namespace="kube-system" name="apiserver-*"}';
  expect(viewOf(body, cluster).intro).toMatchObject([
    {
      tables: [
        { command: 'kubectl get leases apiserver-a apiserver-b -n kube-system', rows: [{}, {}] },
      ],
    },
  ]);
});

test('a long table ends with a link to the page that has all rows', () => {
  const nodes = ['a', 'b', 'c'].map((name) => object('v1', 'Node', name));
  expect(
    viewOf('::table{kind="nodes" limit="2"}', clusterOf(snapshotOf(...nodes))).intro,
  ).toMatchObject([
    { tables: [{ rows: [{}, {}] }], omitted: { text: '1 more Node', href: '/test/kinds/nodes/' } },
  ]);
});

test.each([
  ['A :value[etcd.memmbers].', '01-a.md:7: there is no fact "etcd.memmbers".', 'etcd.members'],
  ['\n::view{name="laods"}', '01-a.md:8: there is no view "laods".', 'loops'],
  ['::figure{name="x"}', '01-a.md:7: there is no figure "x".', 'control-plane'],
  ['[x](chapter:b)', '01-a.md:7: there is no chapter "b".', 'There are: a.'],
  [':::when{has="x.y"}\nz\n:::', '01-a.md:7: there is no fact "x.y".', 'Known:'],
])('%s is an error of its author', (body, message, hint) => {
  try {
    viewOf(body);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toBe(message);
    expect((error as UserError).hint).toContain(hint);
  }
});

test('a name with markup in it stays a name', () => {
  const cluster = clusterOf(snapshotOf(object('v1', 'Node', '<img src=x onerror=alert(1)>')));
  expect(textOf(viewOf('::table{kind="nodes"}', cluster))).toContain(
    '<img src=x onerror=alert(1)> | Unknown',
  );
});

test('a chapter that does not apply says so in the contents', () => {
  const chapter = chapterOf('x', 'when:\n  has: etcd.pod\notherwise: No etcd here.\n');
  expect(chapterList([chapter], bare)).toEqual([
    {
      slug: 'a',
      number: 1,
      title: 'A',
      short: 'A',
      part: 'First look',
      summary: 'No etcd here.',
      applies: false,
    },
  ]);
});

test('any object can be described, and one that is not there is named', () => {
  const body = (name: string) => `::describe{kind="nodes" name="${name}"}`;
  expect(textOf(viewOf(body('n1')))).toContain('$ kubectl describe nodes n1\n\nName:');
  expect(textOf(viewOf(body('n2')))).toContain('Node n2 is not in this snapshot.');
  expect(() => viewOf('::describe{kind="nodes"}')).toThrow('needs service and namespace');
});
