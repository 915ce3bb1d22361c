import type { LabelSelector } from '#kinds/reference.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { type LabelSearch, searchByLabel } from './label-search.ts';
import type { Ledger } from './ledger.ts';
import type { Entry } from './model.ts';
import { groupByNamespace, type ObjectIndex } from './object-index.ts';

/** All that a snapshot knows of one kind: where references to it are looked up. */
export interface KindPool {
  readonly kind: GroupKind;
  readonly namespaced: boolean;
  /** How many objects of it there are. */
  readonly size: number;
  /** The object of this name. `namespace` is `undefined` for cluster-scoped kinds. */
  named(namespace: string | undefined, name: string): Entry | undefined;
  /** Objects whose labels match, in their order. `namespace: undefined` means every namespace. */
  select(namespace: string | undefined, selector: LabelSelector): readonly Entry[];
  /** See {@link Ledger.holdsAll}. */
  holdsAll(namespace: string | undefined): boolean;
}

/** The pool of the kind that a reference means, see {@link Ledger.kindMeant}. */
export type KindPools = (written: GroupKind) => KindPool;

/** Prepares the pools; each is filled when first asked for. */
export function kindPoolsOf(index: ObjectIndex, ledger: Ledger): KindPools {
  // Two levels, because a joined key for each of a million references costs more than the look-up.
  const byGroup = new Map<string, Map<string, KindPool>>();
  return ({ group, kind }) => {
    const known = byGroup.get(group)?.get(kind);
    if (known !== undefined) return known;
    const byKind = byGroup.get(group) ?? new Map<string, KindPool>();
    const pool = kindPool(ledger.kindMeant({ group, kind }), index, ledger);
    byGroup.set(group, byKind.set(kind, pool));
    return pool;
  };
}

function kindPool(kind: GroupKind, index: ObjectIndex, ledger: Ledger): KindPool {
  const entries = index.ofKind(kind);
  const byNamespace = groupByNamespace(entries);
  const names = remembered((namespace: string | undefined) => {
    const within = byNamespace.get(namespace) ?? [];
    return new Map(within.map((entry) => [entry.object.metadata.name, entry]));
  });
  const searches = remembered((namespace: string | undefined): LabelSearch => {
    return searchByLabel(namespace === undefined ? entries : (byNamespace.get(namespace) ?? []));
  });
  return {
    kind,
    namespaced: ledger.isNamespaced(kind),
    size: entries.length,
    named: (namespace, name) => names(namespace).get(name),
    select: (namespace, selector) => searches(namespace)(selector),
    holdsAll: (namespace) => ledger.holdsAll(kind, namespace),
  };
}

/** A function that works out each answer once. */
function remembered<Question, Answer>(
  answerTo: (question: Question) => Answer,
): (question: Question) => Answer {
  const answers = new Map<Question, Answer>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = answerTo(question);
    answers.set(question, answer);
    return answer;
  };
}
