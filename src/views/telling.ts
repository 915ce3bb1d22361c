/** Words for running text about one object, in which every object that is named is a link. */
import { kindOf } from '#kinds/index.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Entry, Model } from '#model/model.ts';
import { groupKindOf, type ObjectId } from '#snapshot/object-id.ts';
import { code, enumerate, type Prose, text } from './chapters/prose.ts';
import { pluralKind } from './kind-name.ts';
import type { Links } from './links.ts';

/** What a sentence about an object may draw on. */
export interface Telling {
  readonly model: Model;
  readonly links: Links;
  readonly entry: Entry;
}

/** What an object of one kind says of itself; nothing where it says too little. */
export type Says = (telling: Telling) => readonly Prose[] | undefined;

/** What a table by kind holds for an object. A custom resource may be called like a kind of Kubernetes. */
export function ofKind(table: Readonly<Record<string, Says>>, { object }: Entry): Says | undefined {
  const isKnown = kindOf(groupKindOf(object)) !== undefined;
  return isKnown && Object.hasOwn(table, object.kind) ? table[object.kind] : undefined;
}

/** A sentence as a template: what stands in it may be words, a link, or several of both. */
export function say(
  strings: TemplateStringsArray,
  ...parts: readonly (string | Prose | readonly Prose[])[]
): readonly Prose[] {
  return strings.flatMap((words, i) => {
    const part = parts[i] ?? [];
    const prose = typeof part === 'string' ? [text(part)] : 'type' in part ? [part] : part;
    return words === '' ? prose : [text(words), ...prose];
  });
}

/** Objects named in a sentence before it says how many more there are. */
const most = 3;

/** An object's name as a link; an id that the snapshot does not hold is a name only. */
export function linkTo({ model, links }: Telling, id: ObjectId): Prose {
  const target = model.get(id);
  const name = code(target?.object.metadata.name ?? id.slice(id.lastIndexOf('/') + 1));
  return target === undefined ? name : { type: 'link', href: links.object(id), children: [name] };
}

/** `Deployment coredns`, with its namespace where that is another one than the sentence's object has. */
export function named(telling: Telling, { id, object }: Entry): readonly Prose[] {
  return [
    text(`${object.kind} `),
    linkTo(telling, id),
    ...elsewhere(telling, [object.metadata.namespace]),
  ];
}

/** ` in shop`, where that is the one namespace of all and not the one the sentence is at home in. */
function elsewhere(
  { entry }: Telling,
  namespaces: readonly (string | undefined)[],
): readonly Prose[] {
  const [namespace, ...others] = new Set(namespaces);
  const isOne = namespace !== undefined && others.length === 0;
  return isOne && namespace !== entry.object.metadata.namespace
    ? [text(' in '), code(namespace)]
    : [];
}

/**
 * `Deployment web`, `Services a and b`, `Pods a, b, c and 7 more`: objects of one kind with their kind
 * once, of several with it before each.
 */
export function namedAll(telling: Telling, entries: readonly Entry[]): readonly Prose[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (entries.length === 1) return named(telling, first);
  const { kind } = first.object;
  const rest = entries.length - most;
  const shown = rest > 1 ? entries.slice(0, most) : entries;
  const more = rest > 1 ? [[text(`${rest} more`)]] : [];
  const isOneKind = entries.every(({ object }) => object.kind === kind);
  if (!isOneKind) return enumerate([...shown.map((each) => named(telling, each)), ...more]);
  return [
    text(`${pluralKind(kind, first.resource.plural)} `),
    ...enumerate([...shown.map(({ id }) => [linkTo(telling, id)]), ...more]),
    ...elsewhere(
      telling,
      entries.map(({ object }) => object.metadata.namespace),
    ),
  ];
}

/** Objects that name this one by these relations, each once and as the one whose page shows it. */
export function usedBy(
  { model, entry }: Telling,
  ...relations: readonly Relation[]
): readonly Entry[] {
  const edges = model.edgesTo(entry.id).filter(({ relation }) => relations.includes(relation));
  return homes(
    model,
    edges.map(({ from }) => from),
  );
}

/** Objects that this one names by these relations, each once and as the one whose page shows it. */
export function uses(
  { model, entry }: Telling,
  ...relations: readonly Relation[]
): readonly Entry[] {
  const edges = model.edgesFrom(entry.id).filter(({ relation }) => relations.includes(relation));
  return homes(
    model,
    edges.map(({ to }) => to),
  );
}

function homes(model: Model, ids: readonly ObjectId[]): readonly Entry[] {
  const distinct = new Set(ids.map((id) => model.home(id)));
  return [...distinct].flatMap((id) => model.get(id) ?? []);
}

/** What kubectl prints of the object in a column, `-o wide` included; empty where it prints nothing. */
export function columnOf({ model, entry }: Telling, head: string): string {
  const { kind, object } = entry;
  const narrow = kind.heads.indexOf(head);
  if (narrow !== -1) return absent(kind.cells(object, model.context)[narrow]);
  const wide = kind.wideHeads.indexOf(head);
  return wide === -1 ? '' : absent(kind.wideCells(object, model.context)[wide]);
}

function absent(cell = ''): string {
  return /^<\w+>$/.test(cell) ? '' : cell;
}

/** Values of a column in mono, `a, b and c`. */
export function codes(values: readonly string[]): readonly Prose[] {
  return enumerate(values.map((value) => [code(value)]));
}
