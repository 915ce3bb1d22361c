import type { KubeObject } from '#snapshot/kube-object.ts';
import { type DumpFacts, factsIn } from './facts.ts';
import type { ListHeader, Part } from './format.ts';
import type { PathHint } from './layout.ts';
import { apiVersionPattern, identify, kindPattern } from './whole-object.ts';

/** A list as an API server answers with it: it names the kind it lists, also when it holds nothing. */
export interface ApiList {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resourceVersion: string | undefined;
  /** Whether the server had more, or was asked for one namespace only. */
  readonly partial: boolean;
}

/** One thing a document holds. */
export type Finding =
  | { readonly type: 'object'; readonly object: KubeObject }
  | { readonly type: 'list'; readonly list: ApiList }
  | { readonly type: 'facts'; readonly facts: DumpFacts }
  /** The shape of a document, for the list of formats found. */
  | { readonly type: 'shape'; readonly shape: string }
  /** `kind` is known where an item of an API list could not be read. */
  | { readonly type: 'unreadable'; readonly reason: string; readonly list?: ApiList }
  | { readonly type: 'remark'; readonly text: string };

/** Lists inside lists: more than people nest, less than overflows the stack. */
const maxDepth = 8;

/** A part that could be parsed. */
type Parsed = Exclude<Part, { readonly type: 'problem' }>;

/** What a part of a text holds, in its order. */
export function* findingsIn(part: Parsed, hint?: PathHint): Generator<Finding> {
  if (part.type === 'document') yield* findingsInValue(part.value, hint, 0);
  else if (part.type === 'item') yield* findingsInItem(part.value, part.list, hint);
  else yield* findingsAtEnd(part.header);
}

function* findingsInItem(
  value: unknown,
  header: ListHeader | undefined,
  hint: PathHint | undefined,
): Generator<Finding> {
  const list = header && apiListOf(header);
  if (list === undefined) yield* findingsInValue(value, hint, 1);
  else yield readObject(value, list, hint);
}

/** A list tells of itself when all of its items were there. */
function* findingsAtEnd(header: ListHeader | undefined): Generator<Finding> {
  if (header === undefined) {
    yield shape('array');
    return;
  }
  const list = apiListOf(header);
  yield shape(list === undefined ? 'kubectl List' : 'API list');
  if (list !== undefined) yield { type: 'list', list };
}

function* findingsInValue(
  document: unknown,
  hint: PathHint | undefined,
  depth: number,
): Generator<Finding> {
  if (depth > maxDepth) yield unreadable('lists are nested too deep');
  else if (Array.isArray(document)) {
    if (depth === 0) yield shape('array');
    for (const item of document) yield* findingsInValue(item, hint, depth + 1);
  } else if (typeof document !== 'object' || document === null) {
    yield unreadable(
      `holds ${document === null ? 'nothing' : `a ${typeof document}`} in place of an object`,
    );
  } else yield* findingsInMap(document, hint, depth);
}

function* findingsInMap(
  document: object,
  hint: PathHint | undefined,
  depth: number,
): Generator<Finding> {
  const facts = factsIn(document);
  if (facts !== undefined) {
    yield shape(facts.manifest === undefined ? 'version' : 'Clusterbook snapshot');
    yield { type: 'facts', facts };
  } else if (isDiscovery(document)) yield shape('API discovery');
  else if (isList(document)) yield* findingsInList(document, hint, depth);
  else {
    if (depth === 0) yield shape('object');
    yield readObject(document, undefined, hint);
  }
}

/** What /api and /apis answer: which resources there are, and no object. */
function isDiscovery({ kind }: { readonly kind?: unknown }): boolean {
  return /^API(Versions|Group|GroupList|ResourceList|GroupDiscoveryList)$/.test(String(kind));
}

interface List extends ListHeader {
  readonly items: unknown;
}

function isList(document: object): document is List {
  // A custom resource may be called …List and have items; it then has a name.
  const { metadata } = document as Partial<List>;
  return 'items' in document && field(metadata, 'name') === undefined;
}

function* findingsInList(
  document: List,
  hint: PathHint | undefined,
  depth: number,
): Generator<Finding> {
  const list = apiListOf(document);
  if (depth === 0) yield shape(list === undefined ? 'kubectl List' : 'API list');
  if (list !== undefined) yield { type: 'list', list };
  const { items } = document;
  if (Array.isArray(items)) {
    for (const item of items) {
      if (list === undefined) yield* findingsInValue(item, hint, depth + 1);
      else yield readObject(item, list, hint);
    }
  } else if (items !== null) yield unreadable('items is not an array');
  // Old servers write an empty list as null; of what kind nothing is there, only they can say.
  else if (list === undefined) yield unreadable('items is null in a List that names no kind');
  else
    yield { type: 'remark', text: `items of the ${document.kind} is null: read as an empty list` };
}

/** `PodList` lists Pods; kubectl's own `List` does not say what it lists. */
function apiListOf({ kind, apiVersion, metadata }: ListHeader): ApiList | undefined {
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return undefined;
  const itemKind = /^(\w+)List$/.exec(kind)?.[1];
  if (itemKind === undefined || !kindPattern.test(itemKind)) return undefined;
  if (!apiVersionPattern.test(apiVersion)) return undefined;
  const resourceVersion = field(metadata, 'resourceVersion');
  return {
    apiVersion,
    kind: itemKind,
    resourceVersion:
      typeof resourceVersion === 'string' && resourceVersion !== '' ? resourceVersion : undefined,
    partial:
      Boolean(field(metadata, 'continue')) ||
      String(field(metadata, 'selfLink') ?? '').includes('/namespaces/'),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as ListHeader)[name]
    : undefined;
}

function readObject(item: unknown, list: ApiList | undefined, hint: PathHint | undefined): Finding {
  const identified = identify(item, { list, hint });
  return 'object' in identified
    ? { type: 'object', object: identified.object }
    : { type: 'unreadable', reason: identified.reason, ...(list && { list }) };
}

function shape(text: string): Finding {
  return { type: 'shape', shape: text };
}

function unreadable(reason: string): Finding {
  return { type: 'unreadable', reason };
}
