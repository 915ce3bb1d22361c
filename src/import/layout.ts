import type { KubeObject } from '#snapshot/kube-object.ts';

/**
 * What a file's place in a dump says of what it holds. Objects need it only where they do not say it
 * themselves. All parts are as the path writes them, and none need be true.
 */
export interface PathHint {
  /** Plural, kind or short name, with or without its group: `pods`, `Pod`, `pvcs`, `jobs.batch`. */
  readonly resource?: string | undefined;
  /** `''` is the core group. */
  readonly group?: string | undefined;
  /** The very type, where the layout has a place of its own for it. */
  readonly type?: Pick<KubeObject, 'apiVersion' | 'kind'> | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

/** A file's place in a layout: what to expect in it, or why there is no object to expect. */
export type Place =
  | { readonly hint: PathHint }
  /** It is not even opened, being a log: `is a log`, in the words of a report. */
  | { readonly passedOver: string }
  /** It is opened, but nobody expects an object in it: `is about the run of Sonobuoy`. */
  | { readonly noObjects: string };

/** How a tool lays out the files of a dump. */
export interface Layout {
  /** As the report calls it: `must-gather`. */
  readonly name: string;
  /** A file that it always has and others do not, where other dumps have files of the same paths. */
  readonly mark?: RegExp;
  /** The place of a file, by its path in the dump; `undefined` when no file of the layout lies there. */
  placeOf(path: string): Place | undefined;
}

/** A layout as patterns of paths. */
export interface LayoutPatterns extends Pick<Layout, 'name' | 'mark'> {
  /**
   * Where objects are. Groups of a pattern go by the names of {@link PathHint}; what a pattern cannot say
   * stands beside it.
   */
  readonly objects: readonly (readonly [pattern: RegExp, hint?: PathHint])[];
  readonly noObjects?: readonly (readonly [pattern: RegExp, why: string])[];
  /** Logs, in the thousands. */
  readonly logs?: RegExp;
}

/** A layout whose every place is told by a pattern; the first that matches counts, logs before all. */
export function layoutOf({ logs, noObjects = [], objects, ...layout }: LayoutPatterns): Layout {
  return {
    ...layout,
    placeOf(path) {
      if (logs?.test(path)) return { passedOver: 'is a log' };
      const why = noObjects.find(([pattern]) => pattern.test(path))?.[1];
      if (why !== undefined) return { noObjects: why };
      for (const [pattern, hint] of objects) {
        const match = pattern.exec(path);
        if (match !== null) return { hint: { ...hintIn(match.groups), ...hint } };
      }
      return undefined;
    },
  };
}

function hintIn({ resource, group, namespace, name }: Record<string, string> = {}): PathHint {
  return {
    ...(resource === undefined ? {} : { resource }),
    // `core` is what tools write for the group without a name.
    ...(group === undefined ? {} : { group: group === 'core' ? '' : group }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  };
}
