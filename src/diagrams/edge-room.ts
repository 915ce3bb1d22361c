import type { DiagramEdge } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { TextMetrics } from './text-metrics.ts';

/** Around a figure, in px. */
export const margin = 2;

/** What layered figures leave free around their edges, in px. */
export const edgeRoom = {
  /** From one box to the one below. */
  betweenBoxes: 18,
  /** From a box to where its edges part. */
  bend: 12,
  /** Left and right of words, which are as wide as a column of their own. */
  besideLabel: 13,
  /** Between columns that edges without words join. */
  bare: 30,
} as const;

/** Left and right of an edge's words, inside what is theirs. */
const labelPad = 5;

/** Room for the words of an edge in px; 0 where it has none. */
export function labelWidth({ label }: DiagramEdge, metrics: TextMetrics): number {
  const text = labelText(label ?? '');
  return text === '' ? 0 : Math.ceil(metrics(text, 'edge')) + 2 * labelPad;
}
