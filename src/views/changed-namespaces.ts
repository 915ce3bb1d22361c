import type { Diagram } from '#diagrams/diagram.ts';
import type { ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { signs } from '#diff/words.ts';
import { changedDiagram } from './changed-diagram.ts';
import { changedObject } from './changed-object.ts';
import { changeHash } from './shown-changes.ts';
import type { Side } from './side.ts';

/** What differs in one namespace, as links to where it is told. */
export interface ChangedNamespace {
  /** Nothing for what has no namespace. */
  readonly namespace?: string | undefined;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly objects: readonly {
    readonly change: ObjectChange['change'];
    readonly sign: string;
    /** Where it is told on the page, or else the page of the object. */
    readonly href?: string | undefined;
    readonly kind: string;
    readonly name: string;
  }[];
  /** Objects that are not listed. */
  readonly hidden: number;
  /** What differs and what it is joined to; of the namespaces in which most differs. */
  readonly diagram?: Diagram | undefined;
}

/** Namespaces that get a figure. */
const maxFigures = 6;

/** Of one namespace; the groups below have them all. */
const maxObjects = 100;

/** Differences by namespace: what has none first, then by name. */
export function changedNamespaces(
  diff: SnapshotDiff,
  before: Side,
  after: Side,
): readonly ChangedNamespace[] {
  const groups = Map.groupBy(diff.changes, ({ object }) => object.namespace);
  const drawn = new Set(
    [...groups]
      .filter(([namespace]) => namespace !== undefined)
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, maxFigures)
      .map(([namespace]) => namespace),
  );
  return [...groups]
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([namespace, members]) => {
      const counted = (...kinds: readonly ObjectChange['change'][]) =>
        members.filter(({ change }) => kinds.includes(change)).length;
      return {
        namespace,
        changed: counted('modified', 'renamed'),
        added: counted('added'),
        removed: counted('removed'),
        objects: members.slice(0, maxObjects).map((change) => {
          const { ref } = changedObject(change, before, after);
          const { kind } = change.object;
          return {
            change: change.change,
            sign: signs[change.change],
            href: changeHash(diff, change) || ref.href,
            kind,
            name: ref.name,
          };
        }),
        hidden: Math.max(0, members.length - maxObjects),
        diagram:
          namespace !== undefined && drawn.has(namespace)
            ? changedDiagram(namespace, members, before, after)
            : undefined,
      };
    });
}
