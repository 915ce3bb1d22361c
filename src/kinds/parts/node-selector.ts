import type { LabelSelector } from '#kinds/reference.ts';
import { formatSelector, labelSelector } from './label-selector.ts';
import { type Infer, list, part } from './schema.ts';

// A term reads like a label selector; what it asks of fields (`matchFields`) is read nowhere.
/** `required` of a node affinity: a node matches when one term does. */
export const nodeSelector = part({ nodeSelectorTerms: list(labelSelector) });
type NodeSelector = Infer<typeof nodeSelector>;

/** The terms as text, one a line: `topology.kubernetes.io/zone in (eu-central-1a)`. */
export function termLines(selector: NodeSelector | undefined): readonly string[] {
  return (selector?.nodeSelectorTerms ?? []).map(formatSelector).filter((line) => line !== '');
}

/**
 * The terms that ask for machines by host name, with their position. Terms that ask for a zone or a
 * machine type match most of a cluster and say little about one Node.
 */
export function hostTerms(
  selector: NodeSelector | undefined,
): readonly { readonly term: LabelSelector; readonly index: number }[] {
  return (selector?.nodeSelectorTerms ?? []).flatMap((term, index) =>
    term.matchExpressions?.some(
      ({ key, operator }) => key === 'kubernetes.io/hostname' && operator === 'In',
    )
      ? [{ term, index }]
      : [],
  );
}
