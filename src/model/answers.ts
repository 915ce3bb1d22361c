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
  return (what, of) =>
    unnoted(() => {
      const ask = members.get(what);
      const answer = ask === undefined ? answerTo(what, model, of) : ask(model, of);
      return JSON.stringify(answer, (_, value) => plain(value, mark)) ?? '';
    });
}

const members = new Map<string, (model: Model, of: string) => unknown>([
  [unanswerable, () => crypto.randomUUID()],
  ['all', ({ entries }) => entries],
  ['get', (model, id) => model.get(id as ObjectId)],
  ['ofKind', (model, key) => model.ofKind(groupKindOfKey(key))],
  ['inNamespace', (model, namespace) => model.inNamespace(namespace)],
  ['namespaces', ({ namespaces }) => namespaces],
  ['edgesFrom', (model, id) => model.edgesFrom(id as ObjectId)],
  ['edgesTo', (model, id) => model.edgesTo(id as ObjectId)],
  ['danglingFrom', (model, id) => model.danglingFrom(id as ObjectId)],
  ['ownerChain', (model, id) => model.ownerChain(id as ObjectId)],
  ['owned', (model, id) => model.owned(id as ObjectId)],
  ['home', (model, id) => model.get(id as ObjectId) && model.home(id as ObjectId)],
]);

/** An entry is its object, and the definition that its kind was made of. */
function wholeMark(model: Model, markOf: Mark): Mark {
  const definitions = new Map(
    model
      .ofKind({ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' })
      .map((definition) => [definition.object.metadata.name, definition]),
  );
  return (entry) => {
    const { plural, group } = entry.resource;
    const definition = definitions.get(`${plural}.${group}`);
    const made = definition === undefined ? '' : markOf(definition);
    return `${entry.id} ${markOf(entry)} ${made} ${entry.inferred ?? ''}`;
  };
}

function plain(value: unknown, mark: Mark): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return isEntry(value) ? mark(value) : value;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'place' in value && 'resource' in value;
}
