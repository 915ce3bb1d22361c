import type { Model } from '#model/model.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import type { HrefFor, Ref } from './ref.ts';
import { refTo } from './refs.ts';
import type { RelationLine } from './relations.ts';

/** One way in which two objects relate. */
export interface RelationUse {
  /** `mounts`, `selected by`. */
  readonly verb: string;
  readonly detail?: string | undefined;
  readonly path: string;
  /** Line of the page's own YAML that holds the field. */
  readonly line?: number | undefined;
  /** The folded objects through which it relates: `in Pod web-0 and 2 more`. */
  readonly through?: string | undefined;
}

/** One row of "Uses" or "Used by": an object, and every way in which it relates. */
export interface RelationRow {
  readonly to: Ref;
  /** Where the object is, if that is not where the page's object is. */
  readonly namespace?: string | undefined;
  readonly uses: readonly [RelationUse, ...RelationUse[]];
}

/** Rows of one table; a ConfigMap that a thousand Pods mount does not get a thousand of them. */
export interface RelationTable {
  readonly rows: readonly RelationRow[];
  /** Objects that were left out. */
  readonly hidden: number;
}

const maxRows = 100;

/** What the rows of a page are made from. */
interface Page {
  readonly model: Model;
  readonly hrefFor: HrefFor;
  /** Of the page's object. */
  readonly namespace?: string | undefined;
  /** Line of the page's YAML that holds a field of the page's own object. */
  readonly lineOf: (path: string) => number | undefined;
}

/** Relations as rows, an object once, in the order of its first mention. */
export function relationTable(
  lines: readonly RelationLine[],
  { model, hrefFor, namespace, lineOf }: Page,
): RelationTable {
  const useOf = (line: RelationLine): RelationUse => ({
    verb: line.verb,
    detail: line.detail,
    path: line.path,
    line: line.isOwnField ? lineOf(line.path) : undefined,
    through: throughText(line),
  });
  const byObject = [...Map.groupBy(lines, ({ other }) => other)];
  const rows = byObject.slice(0, maxRows).flatMap(([other, [first, ...more]]) => {
    if (first === undefined) return [];
    const to = refTo(model, other, hrefFor);
    return [
      {
        to,
        namespace: to.namespace === namespace ? undefined : to.namespace,
        uses: [useOf(first), ...more.map(useOf)] as const,
      },
    ];
  });
  return { rows, hidden: byObject.length - rows.length };
}

/** The field stands in the folded object, or leads to it. */
function throughText({ through, times, isUse }: RelationLine): string | undefined {
  if (through === undefined) return undefined;
  const { kind, name } = parseObjectId(through);
  return `${isUse ? 'in' : 'through'} ${kind} ${name}${times > 1 ? ` and ${times - 1} more` : ''}`;
}
