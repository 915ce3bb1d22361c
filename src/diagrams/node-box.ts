import type { DiagramNode } from './diagram.ts';
import { labelText, troubleOf } from './label-text.ts';
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
  /** The sign of its state, from the right edge and from the top one. */
  sign: 12,
  signInset: 9,
  /** What the sign takes of the line of the kind. */
  signRoom: 14,
  /** A `more` node is a line of text, not a box. */
  moreHeight: 24,
} as const;

/** Width of a node's box in px for its words in full, but at most `widest`. */
export function nodeWidth(node: DiagramNode, metrics: TextMetrics, widest: number): number {
  const { kind, name } = nodeWords(node, metrics);
  const words = Math.max(metrics(kind, 'kind') + signRoom(node), metrics(name, 'name'));
  return Math.min(widest, Math.ceil(nodeBox.textLeft + words + nodeBox.textRight));
}

/** The words of a node, cut to what a box of `width` px can hold. */
export function nodeWords(
  node: DiagramNode,
  metrics: TextMetrics,
  width = Number.POSITIVE_INFINITY,
): { readonly kind: string; readonly name: string } {
  const room = width - nodeBox.textLeft - nodeBox.textRight;
  const trouble = troubleOf(node);
  const kind = labelText(trouble === undefined ? node.kind : `${node.kind} · ${trouble}`);
  return {
    kind: fitText(kind, 'kind', room - signRoom(node), metrics),
    name: fitText(labelText(node.label), 'name', room, metrics),
  };
}

function signRoom({ status }: DiagramNode): number {
  return status === undefined ? 0 : nodeBox.signRoom;
}

/** Height of a node in px. */
export function nodeHeight(node: DiagramNode): number {
  return node.role === 'more' ? nodeBox.moreHeight : nodeBox.height;
}
