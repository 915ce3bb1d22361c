import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';
import type { ChapterView } from '#views/chapters/chapter-view.ts';
import type { ChapterBlock } from '#views/chapters/prose.ts';
import { chapterMarkdown } from './chapter-markdown.ts';

const of = {
  id: 'prod',
  takenAt: '2026-11-22T10:00:00Z',
  page: '/prod/walkthrough/dns/',
  twin: (page: string) => `${page}index.md`,
  address: (href: string) => (href.startsWith('/') ? `https://docs.example.com${href}` : href),
};

const text = (value: string) => ({ type: 'text', text: value }) as const;

function chapter(blocks: readonly ChapterBlock[]): ChapterView {
  return {
    file: '17-dns.md',
    slug: 'dns',
    number: 17,
    title: 'DNS',
    part: 'Nodes and network',
    summary: 'Who answers names.',
    minutes: 1,
    lead: [text('Two pods answer.')],
    leadSource: [text('From the list of Pods.')],
    intro: [],
    sections: [{ id: 'pods', title: [text('The pods')], label: 'The pods', blocks }],
    docs: [{ title: 'DNS for Services', href: 'https://kubernetes.io/docs/dns/' }],
    next: { number: 18, title: 'Storage', href: '/prod/walkthrough/storage/' },
  };
}

/** What stands between the head of the section and the way on. */
function section(...blocks: readonly ChapterBlock[]): string {
  const [, after = ''] = chapterMarkdown(chapter(blocks), of).split('## The pods\n\n');
  return after.split('\n---\n')[0] ?? '';
}

test('a chapter says what it is of, and leads to its page and to its neighbours', () => {
  expect(chapterMarkdown(chapter([]), of)).toBe(`# DNS

Chapter 17 of the walkthrough of the cluster \`prod\`, from a snapshot taken at 2026-11-22T10:00:00Z. [The page](https://docs.example.com/prod/walkthrough/dns/).

Two pods answer.

How we know: From the list of Pods.

What you will know: Who answers names.

## The pods

---

- Upstream documentation: [DNS for Services](https://kubernetes.io/docs/dns/)
- Chapter 18: [Storage](https://docs.example.com/prod/walkthrough/storage/index.md)
`);
});

test('a note is a footnote of its paragraph', () => {
  const note = { number: 1, children: [{ type: 'code', text: 'spec.replicas' } as const] };
  expect(
    section({
      type: 'paragraph',
      children: [text('Two of them.'), { type: 'mark', number: 1 }],
      note,
    }),
  ).toBe('Two of them.[^1]\n\n[^1]: `spec.replicas`\n');
});

test('a table of kubectl keeps its heads, its rows and its links', () => {
  const row = { cells: [{ text: 'team', href: '/prod/namespaces/team/' }, { text: '<none>' }] };
  expect(
    section({
      type: 'kubectl',
      tables: [{ command: 'kubectl get pods -A', heads: ['NAMESPACE', 'IP'], rows: [row] }],
      omitted: { text: '3 more', href: '/prod/kinds/pods/' },
    }),
  ).toBe(`\`kubectl get pods -A\`, as captured:

| NAMESPACE | IP |
| - | - |
| [team](https://docs.example.com/prod/namespaces/team/) | \\<none> |

and [3 more](https://docs.example.com/prod/kinds/pods/)
`);
});

test('a figure is its Mermaid source, and every edge with what proves it', () => {
  const node = { kind: 'Pod', glyph: 'pod', category: 'workload', role: 'plain' } as const;
  const diagram = {
    id: 'question',
    title: 'One question',
    description: 'A Service and its Pod.',
    nodes: [
      { ...node, id: 'a', label: 'web', kind: 'Service' },
      { ...node, id: 'b', label: 'web-0' },
    ],
    groups: [],
    edges: [{ from: 'a', to: 'b', evidence: 'proven', label: 'selects', proof: 'spec.selector' }],
  } as const;
  expect(section({ type: 'figure', diagram })).toBe(`**Figure.** A Service and its Pod.

\`\`\`mermaid
flowchart LR
  accTitle: One question
  accDescr: A Service and its Pod.
  n0["Service web"]
  n1["Pod web-0"]
  n0 -->|"selects"| n1
\`\`\`

- Service web → Pod web-0: selects. Proven by spec.selector.
`);
});

test('flags, lines of a file, facts and boxes are all told', () => {
  expect(
    section(
      {
        type: 'explained',
        groups: [
          {
            items: [
              {
                label: '--data-dir',
                sign: '=',
                values: ['/var/lib/etcd'],
                meaning: [text('Where it is kept.')],
                line: { number: 12, href: '/prod/objects/pods/kube-system/etcd/#L12' },
              },
            ],
          },
        ],
      },
      {
        type: 'listing',
        caption: [text('The Corefile')],
        omitted: 1,
        lines: [
          { text: '.:53 {' },
          { text: '  errors', note: [text('Writes errors to the log.')] },
          { text: '}' },
        ],
      },
      {
        type: 'facts',
        facts: [{ label: 'Domain', value: 'cluster.local', id: true, why: 'typical' }],
      },
      {
        type: 'hidden',
        always: false,
        title: 'Not visible here',
        blocks: [{ type: 'paragraph', children: [text('The log.')] }],
      },
    ),
  ).toBe(`- \`--data-dir=/var/lib/etcd\`: Where it is kept. ([line 12](https://docs.example.com/prod/objects/pods/kube-system/etcd/#L12))

The Corefile. Left out: 1 line with an empty or zero value, which stands for the default:

\`\`\`
.:53 {
  errors
}
\`\`\`

- \`errors\`: Writes errors to the log.

* Domain: \`cluster.local\` (typical)

> **Not visible here**
>
> The log.
`);
});

test('text of an object is neither markup nor the end of a cell or a block', () => {
  const hostile = '<script>alert(1)</script> | [x](javascript:alert(1)) `a` \n# b';
  const rows = [[[text(hostile)], [{ type: 'code', text: 'a | b `c`' } as const]]];
  const markdown = section(
    { type: 'grid', heads: [[text('One')], [text('Two')]], rows },
    { type: 'code', text: '```\n# not a heading' },
  );
  const { children } = remark().use(remarkGfm).parse(markdown);
  const [table, fence] = children;
  expect(children.map(({ type }) => type)).toEqual(['table', 'code']);
  expect(
    table?.type === 'table' && table.children[1]?.children.map((cell) => cell.children),
  ).toMatchObject([
    [{ type: 'text', value: hostile.replace(' \n', ' ') }],
    [{ type: 'inlineCode', value: 'a | b `c`' }],
  ]);
  expect(fence).toMatchObject({ type: 'code', value: '```\n# not a heading' });
});

/** All text that a Markdown file shows, without what only parts it. */
function wordsOf(markdown: string): string {
  const texts: string[] = [];
  const collect = (node: object) => {
    if ('value' in node && typeof node.value === 'string') texts.push(node.value);
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(collect);
  };
  collect(remark().use(remarkGfm).parse(markdown));
  return bare(texts.join(''));
}

const bare = (words: string) => words.replace(/[\s=:,()]+/g, '');

/** A chapter without figures and profiles, whose parts stand in another order in Markdown. */
function plainPart({ intro, sections, ...rest }: ChapterView): ChapterView {
  const keep = (blocks: readonly ChapterBlock[]) =>
    blocks.filter(({ type }) => type !== 'figure' && type !== 'profiles');
  return {
    ...rest,
    intro: keep(intro),
    sections: sections.map((each) => ({ ...each, blocks: keep(each.blocks) })),
  };
}

test.each(['docker-desktop', 'shop-prod', 'shop-staging'])(
  'every sentence and value of the walkthrough of %s is in its Markdown',
  async (id) => {
    const cluster = clusterOf(await readSnapshot(`snapshots/${id}`));
    for (const [slug, view] of walkthrough(cluster)) {
      const words = wordsOf(chapterMarkdown(view, of));
      const said = textOf(plainPart(view))
        .split(/\n| \| /)
        .map(bare);
      expect(
        said.filter((line) => !words.includes(line)),
        slug,
      ).toEqual([]);
    }
  },
);
