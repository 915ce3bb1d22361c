import type { Redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { ClusterEvidence } from './cluster-of.ts';
import { ServedTypes } from './discovery-types.ts';
import type { DumpFacts } from './facts.ts';
import { Inference } from './infer.ts';
import { DefinedTypes } from './resource-types.ts';
import { Spool } from './spool.ts';
import { NewestTime } from './taken-at.ts';
import { Tally } from './tally.ts';

/** What was gathered from the files of a dump. Nothing in it holds an object before it is redacted. */
export class DumpContents {
  readonly spool = new Spool();
  readonly tally = new Tally();
  readonly definedTypes = new DefinedTypes();
  readonly servedTypes = new ServedTypes();
  readonly inference = new Inference();
  readonly cluster = new ClusterEvidence();
  readonly newestTime = new NewestTime();
  readonly #redactor: Redactor;
  #facts: DumpFacts = {};

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  /** What the dump says of itself; of two documents that say the same thing the first counts. */
  get facts(): DumpFacts {
    return this.#facts;
  }

  addFacts(facts: DumpFacts): void {
    this.#facts = { ...facts, ...defined(this.#facts) };
  }

  /**
   * @param path Path of its file in the dump.
   * @param size About how many characters its JSON has.
   */
  add(read: KubeObject, path: string, size: number): void {
    const before = this.#redactor.counts();
    const object = this.#redactor.redact(read);
    const redactions = difference(before, this.#redactor.counts());
    this.tally.add(object);
    for (const observer of [this.definedTypes, this.cluster, this.newestTime]) observer.see(object);
    this.inference.see(object, path);
    this.spool.add({ object, redactions, size });
  }
}

function defined(facts: DumpFacts): DumpFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

type Counts = Readonly<Record<string, number>>;

function difference(before: Counts, after: Counts): Counts {
  return Object.fromEntries(
    Object.entries(after)
      .map(([rule, count]) => [rule, count - (before[rule] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}
