import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ResourceType } from '#snapshot/manifest.ts';
import { typesIn } from './discovery-types.ts';
import { type DumpFacts, factsIn } from './facts.ts';
import type { ListHeader, Part } from './format.ts';
import { type TypeMeta, typeFromHint, typeFromPath, typeFromSelfLink } from './identity.ts';
import type { PathHint } from './layout.ts';
import { isLegacyList } from './repair-legacy.ts';
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
  /** Resource types that the cluster serves. */
  | { readonly type: 'types'; readonly types: readonly ResourceType[] }
  /** The shape of a document, for the list of formats found. */
  | { readonly type: 'shape'; readonly shape: string }
  /** `kind` is known where an item of an API list could not be read. */
  | { readonly type: 'unreadable'; readonly reason: string; readonly list?: ApiList }
  | { readonly type: 'remark'; readonly text: string };

/** Lists inside lists: more than people nest, less than overflows the stack. */
const maxDepth = 8;

/** A part that could be parsed. */
type Parsed = Exclude<Part, { readonly type: 'problem' }>;

/** Where a text is from. */
export interface Origin {
  /** What the path says in the layout of the dump. */
  readonly hint?: PathHint | undefined;
  /** Path in the dump. */
  readonly path: string;
}

/** What a part of a text holds, in its order. */
export function* findingsIn(part: Parsed, origin: Origin = { path: '' }): Generator<Finding> {
  if (part.type === 'document') yield* findingsInValue(part.value, origin, 0);
  else if (part.type === 'item') yield* findingsInItem(part.value, part.list, origin);
  else yield* findingsAtEnd(part.header, origin);
}

function* findingsInItem(
  value: unknown,
  header: ListHeader | undefined,
  origin: Origin,
): Generator<Finding> {
  // Its items are no objects, and say what discovery of a version says as well.
  if (header !== undefined && isDiscovery(header)) return;
  const list = header && apiListOf(header, origin);
  if (list === undefined) yield* findingsInValue(value, origin, 1);
  else yield* readObject(value, list, origin);
}

/** A list tells of itself when all of its items were there. */
function* findingsAtEnd(header: ListHeader | undefined, origin: Origin): Generator<Finding> {
  if (header === undefined) {
    yield shape('array');
    return;
  }
  if (isDiscovery(header)) {
    yield shape('API discovery');
    return;
  }
  const list = apiListOf(header, origin);
  yield shape(list === undefined ? 'kubectl List' : 'API list');
  if (list !== undefined) yield { type: 'list', list };
}

function* findingsInValue(document: unknown, origin: Origin, depth: number): Generator<Finding> {
  if (depth > maxDepth) yield unreadable('lists are nested too deep');
  else if (Array.isArray(document)) {
    if (depth === 0) yield shape('array');
    for (const item of document) yield* findingsInValue(item, origin, depth + 1);
  } else if (typeof document !== 'object' || document === null) {
    yield unreadable(
      `holds ${document === null ? 'nothing' : `a ${typeof document}`} in place of an object`,
    );
  } else yield* findingsInMap(document, origin, depth);
}

function* findingsInMap(document: object, origin: Origin, depth: number): Generator<Finding> {
  const facts = factsIn(document);
  if (facts !== undefined) {
    yield shape(facts.manifest === undefined ? 'version' : 'Clusterbook snapshot');
    yield { type: 'facts', facts };
  } else if (isDiscovery(document)) {
    yield shape('API discovery');
    yield { type: 'types', types: typesIn(document) };
  } else if (isLegacyList(document)) {
    yield* findingsInList({ ...document, items: document.Items }, origin, depth);
  } else if (isList(document)) yield* findingsInList(document, origin, depth);
  else {
    if (depth === 0) yield shape('object');
    yield* readObject(document, undefined, origin);
  }
}

/** What /api and /apis answer: which groups and resources there are, and no object. */
function isDiscovery(document: object): boolean {
  const { kind, metadata, versions } = document as Readonly<Record<string, unknown>>;
  // Support bundles take the groups out of their list.
  if (kind === undefined && metadata === undefined && Array.isArray(versions)) {
    return field(versions[0], 'groupVersion') !== undefined;
  }
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

function* findingsInList(document: List, origin: Origin, depth: number): Generator<Finding> {
  const list = apiListOf(document, origin);
  if (depth === 0) yield shape(list === undefined ? 'kubectl List' : 'API list');
  if (list !== undefined) yield { type: 'list', list };
  const { items } = document;
  if (Array.isArray(items)) {
    for (const item of items) {
      if (list === undefined) yield* findingsInValue(item, origin, depth + 1);
      else yield* readObject(item, list, origin);
    }
  } else if (items !== null) yield unreadable('items is not an array');
  // Old servers write an empty list as null; of what kind nothing is there, only they can say.
  else if (list === undefined) yield unreadable('items is null in a List that names no kind');
  else
    yield {
      type: 'remark',
      text: `items of the ${list.kind}List is null: read as an empty list`,
    };
}

/**
 * The list that a header says its items stand in: `PodList` lists Pods. kubectl's own `List` does not say what it
 * lists; one without any kind is what its selfLink or its path says.
 */
function apiListOf(header: ListHeader, origin: Origin): ApiList | undefined {
  const { kind, apiVersion, metadata } = header;
  const isBare = kind === undefined && apiVersion === undefined;
  const type = isBare ? typeOfBareList(header, origin) : namedList(kind, apiVersion);
  if (type === undefined) return undefined;
  const resourceVersion = field(metadata, 'resourceVersion') ?? header['resourceVersion'];
  const selfLink = field(metadata, 'selfLink') ?? header['selfLink'] ?? '';
  return {
    ...type,
    resourceVersion:
      typeof resourceVersion === 'string' && resourceVersion !== '' ? resourceVersion : undefined,
    partial:
      isBare ||
      Boolean(field(metadata, 'continue')) ||
      String(selfLink).includes('/namespaces/') ||
      origin.hint?.namespace !== undefined,
  };
}

function namedList(kind: unknown, apiVersion: unknown): TypeMeta | undefined {
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return undefined;
  const itemKind = /^(\w+)List$/.exec(kind)?.[1];
  if (itemKind === undefined || !kindPattern.test(itemKind)) return undefined;
  return apiVersionPattern.test(apiVersion) ? { apiVersion, kind: itemKind } : undefined;
}

function typeOfBareList(header: ListHeader, { hint, path }: Origin): TypeMeta | undefined {
  return (
    typeFromSelfLink(field(header['metadata'], 'selfLink') ?? header['selfLink']) ??
    (hint && typeFromHint(hint)) ??
    typeFromPath(path)
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as ListHeader)[name]
    : undefined;
}

function* readObject(
  item: unknown,
  list: ApiList | undefined,
  { hint, path }: Origin,
): Generator<Finding> {
  const identified = identify(item, { list, hint, path });
  if ('reason' in identified) {
    yield { type: 'unreadable', reason: identified.reason, ...(list && { list }) };
    return;
  }
  const { object, remark } = identified;
  if (remark !== undefined) yield { type: 'remark', text: remark };
  yield { type: 'object', object };
}

function shape(text: string): Finding {
  return { type: 'shape', shape: text };
}

function unreadable(reason: string): Finding {
  return { type: 'unreadable', reason };
}
