import type { Maker } from '#catalogue/makers/maker.ts';
import { makersOf } from '#catalogue/makers/makers.ts';
import { managerMeaning } from '#catalogue/makers/managers.ts';
import type { Entry } from '#model/model.ts';
import { type Writer, writersOf } from '#model/provenance/writers.ts';
import { objectId } from '#snapshot/object-id.ts';
import { marked, type Prose, text } from './chapters/prose.ts';
import { isMirrorPod } from './mirror-pod.ts';
import { linkTo, say, type Telling } from './telling.ts';
import { utcMinute } from './words.ts';

/** Somebody who made or keeps the object, and how that is known. */
export interface MadeByLine {
  readonly says: readonly Prose[];
  readonly evidence: readonly {
    readonly path: string;
    readonly value: string;
    readonly line?: number | undefined;
  }[];
}

/** Who wrote fields of the object, one line a program. */
export interface WriterRow {
  readonly manager: string;
  /** Who that is; empty when nobody knows the name. */
  readonly meaning: readonly Prose[];
  /** `status`, `scale`; `the object` for the rest. */
  readonly wrote: string;
  readonly how: 'applied' | 'updated';
  /** Minute in UTC. */
  readonly at?: string | undefined;
}

/** Who made an object. */
export interface MadeBy {
  readonly lines: readonly MadeByLine[];
  readonly writers: readonly WriterRow[];
  /** Why nothing or little is known. */
  readonly gap?: string | undefined;
}

type LineOf = (path: string) => number | undefined;

/** Who made an object: its owners, the marks that tools left on it, and who wrote its fields. */
export function madeByOf(telling: Telling, lineOf: LineOf): MadeBy {
  const { entry } = telling;
  const writers = writersOf(entry.object);
  const lines = [...ownerLines(telling, lineOf), ...makerLines(telling, lineOf)];
  return {
    lines,
    writers: writers.map(writerRow),
    gap: gapOf(entry, lines, writers),
  };
}

/** `Deployment web made it, through ReplicaSet web-7d4b9.` */
function ownerLines(telling: Telling, lineOf: LineOf): readonly MadeByLine[] {
  const { model, entry } = telling;
  const written = entry.object.metadata.ownerReferences ?? [];
  if (written.length === 0 || isMirrorPod(entry)) return [];
  const evidence = written.map(({ kind, name }, i) => ({
    path: `metadata.ownerReferences[${i}]`,
    value: `${kind} ${name}`,
    line: lineOf(`metadata.ownerReferences[${i}]`),
  }));
  const [nearest, ...further] = model.ownerChain(entry.id);
  if (nearest === undefined) {
    const names = written.map(({ kind, name }) => `${kind} ${name}`).join(', ');
    return [{ says: say`${names} owns it, and was not captured.`, evidence }];
  }
  const of = further.flatMap((owner) => say`, itself owned by ${named(telling, owner)}`);
  return [{ says: say`${named(telling, nearest)} owns it${of}.`, evidence }];
}

function named(telling: Telling, { id, object }: Entry): readonly Prose[] {
  return say`${object.kind} ${linkTo(telling, id)}`;
}

function makerLines(telling: Telling, lineOf: LineOf): readonly MadeByLine[] {
  return makersOf(telling.entry.object).map((maker) => ({
    says: makerSays(telling, maker),
    evidence: maker.marks.map(({ path, value }) => ({ path, value, line: lineOf(path) })),
  }));
}

function makerSays(telling: Telling, { tool, what, by }: Maker): readonly Prose[] {
  const driver = by && telling.model.get(objectId(by));
  if (driver !== undefined) return say`${tool}: ${named(telling, driver)}.`;
  if (what === undefined) return say`${tool}.`;
  const sign = /^(which|as|for) /.test(what) ? ', ' : ': ';
  return say`${tool}${text(sign)}${marked(what)}.`;
}

function writerRow({ manager, operation, subresource, time }: Writer): WriterRow {
  return {
    manager,
    meaning: marked(managerMeaning(manager) ?? ''),
    wrote: subresource === '' ? 'the object' : subresource,
    how: operation === 'Apply' ? 'applied' : 'updated',
    at: time === undefined ? undefined : utcMinute(time),
  };
}

function gapOf(
  { object }: Entry,
  lines: readonly MadeByLine[],
  writers: readonly Writer[],
): string | undefined {
  if (writers.length > 0) return undefined;
  const reason =
    object.metadata.managedFields === undefined
      ? 'Who wrote its fields was not captured: dumps mostly leave managedFields out.'
      : 'The API server noted no writer.';
  return lines.length === 0 ? `No owner, label or annotation tells. ${reason}` : reason;
}

/** How many of these objects each tool made, the busiest first; by the first tool that left a mark. */
export function makerCounts(
  entries: readonly Entry[],
): readonly { readonly tool: string; readonly count: number }[] {
  const tools = entries.flatMap(({ object, kind }) => {
    const [first] = kind.folded === true ? [] : makersOf(object);
    return first === undefined ? [] : [first.tool];
  });
  return [...Map.groupBy(tools, (tool) => tool)]
    .map(([tool, members]) => ({ tool, count: members.length }))
    .toSorted((a, b) => b.count - a.count);
}
