import type { Inferred, InferredObject } from '#snapshot/inferred.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { NamespaceEvidence } from './infer-namespaces.ts';
import { NodeEvidence } from './infer-nodes.ts';
import { type InferredVersion, VersionEvidence } from './infer-version.ts';

/** What else is known of a dump when all of it was read. */
export interface Known {
  /** Version that the dump says outright. */
  readonly version: string | undefined;
  /** What was inferred before: the dump is a snapshot of ours. */
  readonly inferred: Inferred | undefined;
  /** Whether all Namespaces of the cluster are in the dump; one that is named and not among them is gone. */
  readonly allNamespaces: boolean;
  readonly allNodes: boolean;
}

/** What follows from the objects of a dump; a key is absent where nothing does. */
export interface Conclusion {
  readonly version?: InferredVersion;
  readonly inferred?: Inferred;
}

/** Gathers what the objects and paths of a dump show of the things it lacks. They may come in any order. */
export class Inference {
  readonly #namespaces = new NamespaceEvidence();
  readonly #nodes = new NodeEvidence();
  readonly #version = new VersionEvidence();

  see(object: KubeObject, path: string): void {
    this.#namespaces.see(object, path);
    this.#nodes.see(object);
    this.#version.see(object);
  }

  /** A file with a list that holds nothing. */
  seeEmptyList(path: string): void {
    this.#namespaces.seeEmptyList(path);
  }

  conclude(known: Known): Conclusion {
    const version = known.version === undefined ? this.#version.conclude() : undefined;
    const from = version?.from ?? known.inferred?.version;
    const namespaces = known.allNamespaces ? [] : this.#namespaces.conclude();
    const nodes = known.allNodes ? [] : this.#nodes.conclude();
    const inferred = {
      ...(from === undefined ? {} : { version: from }),
      namespaces: joined(known.inferred?.namespaces, namespaces, this.#namespaces),
      nodes: joined(known.inferred?.nodes, nodes, this.#nodes),
    };
    const isEmpty = from === undefined && inferred.namespaces.length + inferred.nodes.length === 0;
    return { ...(version && { version }), ...(isEmpty ? {} : { inferred }) };
  }
}

/** Each name once, the earlier inference first, sorted by name; without what the dump holds by now. */
function joined(
  before: readonly InferredObject[] = [],
  now: readonly InferredObject[],
  evidence: { holds(name: string): boolean },
): InferredObject[] {
  const lacking = before.filter(({ name }) => !evidence.holds(name));
  const byName = new Map([...now, ...lacking].map((each) => [each.name, each]));
  return [...byName.values()].sort((a, b) => compareCodePoints(a.name, b.name));
}
