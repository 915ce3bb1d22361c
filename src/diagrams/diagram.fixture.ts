import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import type { TextMetrics } from './text-metrics.ts';

/** A font in which every letter is 7 px wide. */
export const sevenPx: TextMetrics = (text) => [...text].length * 7;

/** A ConfigMap called like its id, unless the test says otherwise. */
export function node(id: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return {
    id,
    label: id,
    kind: 'ConfigMap',
    glyph: 'configmap',
    category: 'config',
    role: 'plain',
    ...more,
  };
}

/** An edge without words that the snapshot proves. */
export function edge(from: string, to: string, more: Partial<DiagramEdge> = {}): DiagramEdge {
  return { from, to, evidence: 'proven', ...more };
}

/** A diagram without groups, in the default layout. */
export function diagram(
  nodes: readonly DiagramNode[],
  edges: readonly DiagramEdge[] = [],
  more: Partial<Diagram> = {},
): Diagram {
  return {
    id: 'fig',
    title: 'Title',
    description: 'Description',
    nodes,
    edges,
    groups: [],
    ...more,
  };
}

/** Labels that have broken a printer of diagrams somewhere: markup of Mermaid, HTML, icons, formulas. */
export const hostileLabels: readonly string[] = [
  'a"b',
  'x[y](z){w}',
  'end',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '日本語 ñ ⎈ 🚀',
  '# hash; semi',
  '`**md**`',
  'a &amp; b & c',
  '$$x^2$$',
  '%%{init:{}}%%',
  'javascript:alert(1)',
  'fa:fa-car',
  'line1<br/>line2',
  'back\\slash "q" \'s\'',
  '|pipe| --> x',
  'subgraph',
  '_under_ *star* __b__',
  '1. list item',
  '- dash item',
  '#quot; &#35; ﬂ°°35¶ß',
  ']]>--></title></svg>',
  'constructor',
  '__proto__',
  'toString',
  'خدمة الدفع',
  'שלום-api',
  '👩‍🚀🇩🇪',
];
