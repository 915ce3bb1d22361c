import type { DiagramNode } from './diagram.ts';
import { labelText } from './label-text.ts';
import { fitText, type TextMetrics } from './text-metrics.ts';

/** Measures of a box in px: the glyph's chip stands left, kind and name to the right of it. */
export const nodeBox = {
  height: 48,
  /** Left edge to the chip. */
  chipLeft: 9,
  chip: 24,
  /** Left edge to the words. */
  textLeft: 42,
  textRight: 15,
  kindBaseline: 19,
  nameBaseline: 36,
  /** A `more` node is a line of text, not a box. */
  moreHeight: 24,
} as const;

/** Width of a node's box in px for its words in full, but at most `widest`. */
export function nodeWidth(node: DiagramNode, metrics: TextMetrics, widest: number): number {
  const { kind, name } = nodeWords(node, metrics);
  const words = Math.max(metrics(kind, 'kind'), metrics(name, 'name'));
  return Math.min(widest, Math.ceil(nodeBox.textLeft + words + nodeBox.textRight));
}

/** The words of a node, cut to what a box of `width` px can hold. */
export function nodeWords(
  node: DiagramNode,
  metrics: TextMetrics,
  width = Number.POSITIVE_INFINITY,
): { readonly kind: string; readonly name: string } {
  const room = width - nodeBox.textLeft - nodeBox.textRight;
  return {
    kind: fitText(labelText(node.kind), 'kind', room, metrics),
    name: fitText(labelText(node.label), 'name', room, metrics),
  };
}

/** Height of a node in px. */
export function nodeHeight(node: DiagramNode): number {
  return node.role === 'more' ? nodeBox.moreHeight : nodeBox.height;
}
