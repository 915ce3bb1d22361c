import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectName } from '#snapshot/object-id.ts';

/** A label or annotation that shows who made an object. */
export interface Mark {
  /** Where it stands: `metadata.labels["helm.sh/chart"]`. */
  readonly path: string;
  readonly value: string;
}

/** A tool that made an object or keeps it as it is, with the marks it left. */
export interface Maker {
  /** `Helm`, `Argo CD`. */
  readonly tool: string;
  /** What of the tool: `release shop in shop`; absent when the marks do not say. Identifiers stand between backticks. */
  readonly what?: string | undefined;
  /** At least one. */
  readonly marks: readonly Mark[];
  /** The object of the tool that does it: an Argo CD Application. */
  readonly by?: ObjectName | undefined;
}

/** Labels and annotations of an object, read as marks. */
export interface Marks {
  label(key: string): string | undefined;
  annotation(key: string): string | undefined;
  /** The marks of these keys that the object has, labels and annotations alike. */
  of(...keys: readonly string[]): readonly Mark[];
  /** The first label or annotation whose key begins so. */
  beginning(prefix: string): Mark | undefined;
}

/** Finds the marks of one tool; nothing where it left none. */
export type MakerRule = (marks: Marks) => Maker | undefined;

/** Prepares an object's marks. */
export function marksOf({ metadata }: KubeObject): Marks {
  const labels = metadata.labels ?? {};
  const annotations = metadata.annotations ?? {};
  const own = (from: Readonly<Record<string, string>>, key: string) =>
    Object.hasOwn(from, key) ? from[key] : undefined;
  const find = (key: string): readonly Mark[] => [
    ...markIn('labels', key, own(labels, key)),
    ...markIn('annotations', key, own(annotations, key)),
  ];
  return {
    label: (key) => own(labels, key),
    annotation: (key) => own(annotations, key),
    of: (...keys) => keys.flatMap(find),
    beginning(prefix) {
      const keys = [...Object.keys(labels), ...Object.keys(annotations)];
      const key = keys.find((each) => each.startsWith(prefix));
      return key === undefined ? undefined : find(key)[0];
    },
  };
}

function markIn(field: 'labels' | 'annotations', key: string, value: string | undefined): Mark[] {
  return value === undefined ? [] : [{ path: `metadata.${field}["${key}"]`, value }];
}
