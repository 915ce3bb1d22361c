import type { Redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** Redacts the objects of one list, and counts only for those that stay. */
export interface RedactionTally {
  redact(object: KubeObject): KubeObject;
  /** What was counted so far stays. */
  commit(): void;
  /** What was counted since the last commit concerned objects that were dropped. */
  rollback(): void;
  /** What was counted so far concerned objects that were dropped. */
  restart(): void;
  /** Adds what stayed to a sum over several lists. */
  addTo(sum: Map<string, number>): void;
}

/** A tally of nothing yet. The redactor must be its own. */
export function redactionTally(redactor: Redactor): RedactionTally {
  let kept = new Map<string, number>();
  let before = redactor.counts();
  const pass = () => {
    before = redactor.counts();
  };
  return {
    redact: (object) => redactor.redact(object),
    commit() {
      for (const [rule, count] of Object.entries(redactor.counts())) {
        add(kept, rule, count - (before[rule] ?? 0));
      }
      pass();
    },
    rollback: pass,
    restart() {
      kept = new Map();
      pass();
    },
    addTo(sum) {
      for (const [rule, count] of kept) add(sum, rule, count);
    },
  };
}

function add(sum: Map<string, number>, rule: string, count: number): void {
  if (count > 0) sum.set(rule, (sum.get(rule) ?? 0) + count);
}
