// @vitest-environment jsdom
import mermaid from 'mermaid';
import { expect, test } from 'vitest';
import { diagram, edge, hostileLabels, node } from './diagram.fixture.ts';
import { mermaidLabel, mermaidText } from './mermaid-text.ts';

test('a diagram is a flowchart with groups, links, line styles and roles', () => {
  const nodes = [
    node('web', { kind: 'Deployment', role: 'self', group: 'shop', href: '/x/web/' }),
    node('settings', { group: 'shop', role: 'ghost' }),
    node('dns', { kind: 'Outside', label: 'upstream DNS', role: 'outside' }),
  ];
  const edges = [
    edge('web', 'settings', { label: 'mounts' }),
    edge('web', 'dns', { evidence: 'unseen', both: true }),
    edge('dns', 'web', { evidence: 'typical', label: '53' }),
  ];
  const groups = [
    { id: 'shop', label: 'Namespace shop' },
    { id: 'empty', label: 'Nobody here' },
  ];
  expect(mermaidText(diagram(nodes, edges, { groups }))).toBe(`flowchart LR
  accTitle: Title
  accDescr: Description
  n2["Outside upstream DNS"]
  subgraph g0["Namespace shop"]
    n0["Deployment web"]
    n1["ConfigMap settings"]
  end
  n0 -->|"mounts"| n1
  n0 <-.-> n2
  n2 -.->|"53"| n0
  linkStyle 1 stroke-dasharray:2 4
  click n0 href "/x/web/"
  classDef self stroke-width:3px
  class n0 self
  classDef ghost stroke-dasharray:4 3
  class n1 ghost
  classDef outside stroke-dasharray:3 3
  class n2 outside
`);
});

test('names of objects stay readable in labels', () => {
  expect(mermaidLabel('ConfigMap kube-root-ca.crt')).toBe('"ConfigMap kube-root-ca.crt"');
  expect(mermaidLabel('system:coredns')).toBe('"system:coredns"');
});

test('what is left for Mermaid to interpret is parted by a word joiner', () => {
  expect(mermaidLabel('fa:fa-car')).toBe('"fa:\u2060fa-car"');
  expect(mermaidLabel('$$')).toBe('"#36;\u2060#36;"');
});

// The last is as long as the name of an object can be.
test.each([...hostileLabels, 'n'.repeat(253)])(
  '%s parses as a label and comes back as it was',
  async (label) => {
    const groups = [{ id: label, label }];
    const nodes = [
      node(label, { kind: '', group: label, href: `/x/?${label}` }),
      node('other', { label: 'b' }),
    ];
    const text = mermaidText(
      diagram(nodes, [edge(label, 'other', { label })], {
        groups,
        title: label,
        description: label,
      }),
    );
    expect(await mermaid.parse(text)).toMatchObject({
      diagramType: expect.stringMatching('flowchart'),
    });
    const codes = text.match(/n0\["(.*)"\]/)?.[1] ?? '';
    const read = codes
      .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('\u2060', '');
    expect(read).toBe(label);
  },
);

test('names of which Mermaid would not read all are cut', async () => {
  const name = '<'.repeat(253);
  const nodes = Array.from({ length: 40 }, (_, i) =>
    node(`${i}`, { kind: name, label: name, href: `/x/${name}/`, group: `${i}` }),
  );
  const text = mermaidText(
    diagram(
      nodes,
      Array.from({ length: 60 }, (_, i) => edge(`${i % 40}`, `${(i + 1) % 40}`, { label: name })),
      { title: name, description: name, groups: nodes.map(({ id }) => ({ id, label: name })) },
    ),
  );
  expect(text.length).toBeLessThan(50_000);
  expect(text).toContain(`${'#60;'.repeat(39)}…`);
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'flowchart-v2' });
});

test('an address that runs script is not linked', () => {
  expect(mermaidText(diagram([node('a', { href: 'javascript:alert(1)' })]))).not.toContain('click');
});
