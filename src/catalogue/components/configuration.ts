import type { Source } from './source.ts';

/** A place where a component takes its settings from, or keeps what configures others. */
export type Configuration = Place & { readonly source?: Source };

type Place =
  /** One object. */
  | {
      readonly in: 'object';
      /** `ConfigMap`, `StorageClass.storage.k8s.io`. */
      readonly kind: string;
      /** Absent: the namespace of the component, or none for a kind without namespaces. */
      readonly namespace?: string;
      /** A pattern where charts put the name of a release into it. */
      readonly name: string | RegExp;
      /** Keys of a ConfigMap or Secret that matter. */
      readonly keys?: readonly string[];
      /** What it holds: a sentence; identifiers stand between backticks. */
      readonly holds: string;
    }
  /** Objects of an API group that somebody added. */
  | {
      readonly in: 'resources';
      readonly group: string;
      /** The kinds that matter; empty where users make kinds of their own. */
      readonly kinds: readonly string[];
      readonly holds: string;
    }
  /** Flags of its command line, without dashes. */
  | { readonly in: 'flags'; readonly names: readonly string[]; readonly holds: string }
  /** Environment variables of its container. */
  | { readonly in: 'environment'; readonly names: readonly string[]; readonly holds: string }
  /** A file of the machine, which no object shows. */
  | {
      readonly in: 'file';
      readonly path: string;
      readonly holds: string;
      /** Id of the distribution that puts it there; absent: any. */
      readonly on?: string;
    }
  /** It has no settings that the API could show: a sentence that says why. */
  | { readonly in: 'nothing'; readonly because: string };
