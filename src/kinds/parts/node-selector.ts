import type { LabelSelector, Reference, Relation } from '#kinds/reference.ts';
import { formatSelector, labelSelector } from './label-selector.ts';
import { refer, referBySelector } from './refer.ts';
import { type Infer, list, part, type Schema, text } from './schema.ts';

const Fields = part({ matchFields: list(part({ key: text, operator: text, values: list(text) })) });

/** One term of a node selector: what it asks of labels, and the Nodes it asks for by name. */
interface Term {
  readonly labels: LabelSelector;
  readonly names: readonly string[];
}

/**
 * One term of a node selector. It reads like a label selector, and may compare labels as numbers; the
 * one field that it may ask for (`matchFields`) is `metadata.name`.
 */
export const nodeSelectorTerm: Schema<Term> = {
  read(value) {
    const labels = labelSelector.read(value);
    if (labels === undefined) return undefined;
    const fields = Fields.read(value)?.matchFields ?? [];
    return {
      labels,
      names: fields.flatMap(({ operator, values }) => (operator === 'In' ? values : [])),
    };
  },
};

/** `required` of a node affinity: a node matches when one term does. */
export const nodeSelector = part({ nodeSelectorTerms: list(nodeSelectorTerm) });
type NodeSelector = Infer<typeof nodeSelector>;

/** The terms as text, one a line: `topology.kubernetes.io/zone in (eu-central-1a)`. */
export function termLines(selector: NodeSelector | undefined): readonly string[] {
  const terms = selector?.nodeSelectorTerms ?? [];
  return terms.map(({ labels }) => formatSelector(labels)).filter((line) => line !== '');
}

/**
 * Edges to the Nodes that a term means. A term that every Node matches tells nothing of any of them
 * and makes no edge; neither does an empty one, which matches no Node.
 *
 * @param labels Must hold besides: the `nodeSelector` beside an affinity.
 */
export function termReferences(
  relation: Relation,
  { labels: { matchExpressions = [] }, names }: Term,
  written: {
    readonly path: string;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    /** Whether a Pod waits for such a Node: then every match counts, and that there is none. */
    readonly isWaiting?: boolean;
    readonly optional?: boolean;
    readonly detail?: string;
  },
): readonly Reference[] {
  const { labels = {}, isWaiting = false, ...rest } = written;
  if (names.length > 0) {
    return names.flatMap((name) => refer(relation, 'Node', { ...rest, name, ifFound: true }));
  }
  if (matchExpressions.length + Object.keys(labels).length === 0) return [];
  const selector = { matchLabels: labels, matchExpressions };
  const open = { notAll: !isWaiting, ifFound: !isWaiting };
  return referBySelector(relation, 'Node', { ...rest, ...open, selector });
}
