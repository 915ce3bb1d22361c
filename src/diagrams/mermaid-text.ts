import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';
import { labelText, linkTarget, nodeWithTrouble } from './label-text.ts';

/** Mermaid reads 50,000 characters by default, and draws a message instead of what is longer. */
const longestText = 49_000;
/** A label in a text that would be longer. */
const shortLabel = 40;

/**
 * A diagram as a Mermaid flowchart: one statement a line, ids `n0`, `g0` …, objects' names only inside
 * escaped labels. It renders the same words wherever Mermaid runs with its default settings. Where names are
 * so long that Mermaid would not read all of them, they are cut, and addresses left out.
 */
export function mermaidText(diagram: Diagram): string {
  const whole = flowchart(diagram);
  return whole.length <= longestText ? whole : flowchart(shortened(diagram));
}

function shortened(diagram: Diagram): Diagram {
  const cut = (text: string) => {
    const letters = [...labelText(text)];
    return letters.length <= shortLabel ? text : `${letters.slice(0, shortLabel - 1).join('')}…`;
  };
  return {
    ...diagram,
    title: cut(diagram.title),
    description: cut(diagram.description),
    nodes: diagram.nodes.map(({ status, ...node }) => ({
      ...node,
      kind: cut(node.kind),
      label: cut(node.label),
      href: undefined,
      status: status && { ...status, word: cut(status.word) },
    })),
    groups: diagram.groups.map((group) => ({ ...group, label: cut(group.label) })),
    edges: diagram.edges.map((edge) => ({ ...edge, label: edge.label && cut(edge.label) })),
  };
}

function flowchart(diagram: Diagram): string {
  const ids = new Map(diagram.nodes.map(({ id }, i) => [id, `n${i}`]));
  const edges = diagram.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const lines = [
    'flowchart LR',
    `  accTitle: ${accessibleText(diagram.title)}`,
    `  accDescr: ${accessibleText(diagram.description)}`,
    ...members(diagram, undefined, '  '),
    ...edges.map((edge) => `  ${edgeText(edge, ids)}`),
    ...edges.flatMap(({ evidence }, i) =>
      evidence === 'unseen' ? [`  linkStyle ${i} stroke-dasharray:2 4`] : [],
    ),
    ...diagram.nodes.flatMap((node, i) => linkText(node, `n${i}`)),
    ...classLines(diagram),
  ];
  return `${lines.join('\n')}\n`;
}

/** Any text as a Mermaid label, quotes included. */
export function mermaidLabel(raw: string): string {
  return `"${mermaidWords(raw)}"`;
}

/**
 * Any text as words of a Mermaid label or message, without quotes.
 *
 * Numeric character codes are the one escape that Mermaid undoes everywhere. Letters, digits and
 * `. , _ : / -` stay readable; three things would still be taken for markup after the codes are undone
 * (icons `fa:fa-…`, formulas `$$…$$`, Mermaid's own stand-ins for `&` and `;`), so an invisible word joiner parts them.
 */
export function mermaidWords(raw: string): string {
  const words = labelText(raw);
  if (harmless.test(words)) return words;
  const parted = words
    .replace(/(fa[a-z]?:)(?=fa-)/g, `$1${wordJoiner}`)
    .replace(/\$(?=\$)/g, `$${wordJoiner}`)
    .replace(/([ﬂ¶])(?=[°ß])/g, `$1${wordJoiner}`);
  return parted.replace(unsafeInLabel, (sign) => `#${sign.codePointAt(0)};`);
}

// No sign that is escaped, nor the colon that icons begin with.
const harmless = /^[\w .,/-]*$/;
const wordJoiner = '\u2060';
// ASCII only: Mermaid takes every other letter as it is.
const unsafeInLabel = /[\x21-\x2b\x3b-\x40\x5b-\x5e\x60\x7b-\x7e]/g;

// Titles end at ; and #, and are encoded once more by Mermaid, so the signs that need it are left out.
function accessibleText(raw: string): string {
  return labelText(labelText(raw).replace(/[#;&<>{}"'`%\\$]/g, ' '));
}

function members(diagram: Diagram, parent: string | undefined, indent: string): readonly string[] {
  const nodes = diagram.nodes.flatMap((node, i) =>
    groupOf(diagram, node) === parent
      ? [`${indent}n${i}[${mermaidLabel(nodeWithTrouble(node))}]`]
      : [],
  );
  const groups = diagram.groups.flatMap((group, i) => {
    if (group.parent !== parent) return [];
    const inside = members(diagram, group.id, `${indent}  `);
    if (inside.length === 0) return [];
    return [`${indent}subgraph g${i}[${mermaidLabel(group.label)}]`, ...inside, `${indent}end`];
  });
  return [...nodes, ...groups];
}

function groupOf({ groups }: Diagram, { group }: DiagramNode): DiagramGroup['id'] | undefined {
  return groups.some(({ id }) => id === group) ? group : undefined;
}

function edgeText(edge: DiagramEdge, ids: ReadonlyMap<string, string>): string {
  const line = edge.evidence === 'proven' ? '-->' : '-.->';
  const label = labelText(edge.label ?? '') === '' ? '' : `|${mermaidLabel(edge.label ?? '')}|`;
  return `${ids.get(edge.from)} ${edge.both ? '<' : ''}${line}${label} ${ids.get(edge.to)}`;
}

function linkText({ href }: DiagramNode, id: string): readonly string[] {
  const target = linkTarget(href);
  if (target === undefined) return [];
  const safe = target.replace(/[^\w~.\-/:#?&=%]/gu, (sign) => encodeURIComponent(sign));
  return [`  click ${id} href "${safe}"`];
}

const roleStyles = {
  plain: undefined,
  self: 'stroke-width:3px',
  ghost: 'stroke-dasharray:4 3',
  outside: 'stroke-dasharray:3 3',
  unseen: 'stroke-dasharray:2 4',
  more: 'stroke:none',
} as const satisfies Record<DiagramNode['role'], string | undefined>;

function classLines({ nodes }: Diagram): readonly string[] {
  return Object.entries(roleStyles).flatMap(([role, style]) => {
    const ids = nodes.flatMap((node, i) => (node.role === role ? [`n${i}`] : []));
    if (style === undefined || ids.length === 0) return [];
    return [`  classDef ${role} ${style}`, `  class ${ids.join(',')} ${role}`];
  });
}
