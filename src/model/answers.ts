import { groupKindOfKey, type ObjectId } from '#snapshot/object-id.ts';
import type { Entry, Model } from './model.ts';
import { answerTo } from './per-model.ts';
import { unanswerable, unnoted } from './reads.ts';

/** Stands for all that an object holds: its digest. */
export type Mark = (entry: Entry) => string;

/**
 * What a model answers to a question that was noted (`reads.ts`), as text: the same text is the same answer.
 *
 * @param markOf - What stands for the content of an object in an answer.
 */
export function answersOf(model: Model, markOf: Mark): (what: string, of: string) => string {
  const mark = wholeMark(model, markOf);
  return (what, of) => {
    const ask = members.get(what);
    return unnoted(() =>
      ask === undefined ? textOf(answerTo(what, model, of), mark) : ask(model, of, mark),
    );
  };
}

/** What members of a model answer, as text. They are asked tens of thousands of times. */
const members = new Map<string, (model: Model, of: string, mark: Mark) => string>([
  [unanswerable, () => crypto.randomUUID()],
  ['all', ({ entries }, _, mark) => marked(entries, mark)],
  ['get', (model, id, mark) => textOf(model.get(id as ObjectId), mark)],
  ['ofKind', (model, key, mark) => marked(model.ofKind(groupKindOfKey(key)), mark)],
  ['inNamespace', (model, namespace, mark) => marked(model.inNamespace(namespace), mark)],
  ['namespaces', ({ namespaces }, _, mark) => textOf(namespaces, mark)],
  ['edgesFrom', (model, id) => JSON.stringify(model.edgesFrom(id as ObjectId))],
  ['edgesTo', (model, id) => JSON.stringify(model.edgesTo(id as ObjectId))],
  ['danglingFrom', (model, id, mark) => textOf(model.danglingFrom(id as ObjectId), mark)],
  ['ownerChain', (model, id, mark) => marked(model.ownerChain(id as ObjectId), mark)],
  ['owned', (model, id, mark) => marked(model.owned(id as ObjectId), mark)],
  ['home', (model, id) => (model.get(id as ObjectId) ? model.home(id as ObjectId) : '')],
]);

function marked(entries: readonly Entry[], mark: Mark): string {
  return `[${entries.map(mark).join('\n')}]`;
}

/** An entry is its object, and the definition that its kind was made of. */
function wholeMark(model: Model, markOf: Mark): Mark {
  const definitions = new Map(
    model
      .ofKind({ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' })
      .map((definition) => [definition.object.metadata.name, definition]),
  );
  const known: string[] = [];
  const wholeOf = (entry: Entry) => {
    const { plural, group } = entry.resource;
    const definition = definitions.get(`${plural}.${group}`);
    const made = definition === undefined ? '' : markOf(definition);
    return `${entry.id} ${markOf(entry)} ${made} ${entry.inferred ?? ''}`;
  };
  return (entry) => {
    const { place } = entry;
    known[place] ??= wholeOf(entry);
    return known[place];
  };
}

/** Any answer, with the marks of entries in their place. */
function textOf(answer: unknown, mark: Mark): string {
  if (isEntry(answer)) return mark(answer);
  return JSON.stringify(answer, (_, value) => plain(value, mark)) ?? '';
}

function plain(value: unknown, mark: Mark): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return isEntry(value) ? mark(value) : value;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'place' in value && 'resource' in value;
}
