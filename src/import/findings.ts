import { type KubeObject, KubeObjectShape } from '#snapshot/kube-object.ts';
import { type DumpFacts, factsIn } from './facts.ts';

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

/** What a parsed document holds, in its order. */
export function* findingsIn(document: unknown, depth = 0): Generator<Finding> {
  if (depth > maxDepth) yield unreadable('lists are nested too deep');
  else if (Array.isArray(document)) {
    if (depth === 0) yield shape('array');
    for (const item of document) yield* findingsIn(item, depth + 1);
  } else if (typeof document !== 'object' || document === null) {
    yield unreadable(
      `holds ${document === null ? 'nothing' : `a ${typeof document}`} in place of an object`,
    );
  } else yield* findingsInMap(document, depth);
}

function* findingsInMap(document: object, depth: number): Generator<Finding> {
  const facts = factsIn(document);
  if (facts !== undefined) {
    yield shape(facts.manifest === undefined ? 'version' : 'Clusterbook snapshot');
    yield { type: 'facts', facts };
  } else if (isDiscovery(document)) yield shape('API discovery');
  else if (isList(document)) yield* findingsInList(document, depth);
  else {
    if (depth === 0) yield shape('object');
    yield readObject(document, undefined);
  }
}

/** What /api and /apis answer: which resources there are, and no object. */
function isDiscovery({ kind }: { readonly kind?: unknown }): boolean {
  return /^API(Versions|Group|GroupList|ResourceList|GroupDiscoveryList)$/.test(String(kind));
}

interface List {
  readonly kind?: unknown;
  readonly apiVersion?: unknown;
  readonly metadata?: { readonly [field: string]: unknown } | null;
  readonly items: unknown;
}

function isList(document: object): document is List {
  // A custom resource may be called …List and have items; it then has a name.
  const { metadata } = document as Partial<List>;
  return 'items' in document && metadata?.['name'] === undefined;
}

function* findingsInList(document: List, depth: number): Generator<Finding> {
  const list = apiListOf(document);
  if (depth === 0) yield shape(list === undefined ? 'kubectl List' : 'API list');
  if (list !== undefined) yield { type: 'list', list };
  const { items } = document;
  if (Array.isArray(items)) {
    for (const item of items) {
      if (list === undefined) yield* findingsIn(item, depth + 1);
      else yield readObject(item, list);
    }
  } else if (items !== null) yield unreadable('items is not an array');
  // Old servers write an empty list as null; of what kind nothing is there, only they can say.
  else if (list === undefined) yield unreadable('items is null in a List that names no kind');
  else
    yield { type: 'remark', text: `items of the ${document.kind} is null: read as an empty list` };
}

/** `PodList` lists Pods; kubectl's own `List` does not say what it lists. */
function apiListOf({ kind, apiVersion, metadata }: List): ApiList | undefined {
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return undefined;
  const itemKind = /^(\w+)List$/.exec(kind)?.[1];
  if (itemKind === undefined || !kindPattern.test(itemKind)) return undefined;
  if (!apiVersionPattern.test(apiVersion)) return undefined;
  const resourceVersion = metadata?.['resourceVersion'];
  return {
    apiVersion,
    kind: itemKind,
    resourceVersion:
      typeof resourceVersion === 'string' && resourceVersion !== '' ? resourceVersion : undefined,
    partial:
      Boolean(metadata?.['continue']) ||
      String(metadata?.['selfLink'] ?? '').includes('/namespaces/'),
  };
}

function readObject(item: unknown, list: ApiList | undefined): Finding {
  const named =
    list === undefined || typeof item !== 'object'
      ? item
      : { ...item, ...missing(item, 'apiVersion', list), ...missing(item, 'kind', list) };
  const reason = whyNot(named);
  return reason === undefined
    ? { type: 'object', object: named as KubeObject }
    : { type: 'unreadable', reason, ...(list && { list }) };
}

function missing(item: object | null, field: 'apiVersion' | 'kind', list: ApiList): object {
  const own = item === null ? undefined : (item as Partial<KubeObject>)[field];
  return own === undefined || own === '' ? { [field]: list[field] } : {};
}

const kindPattern = /^[A-Za-z][A-Za-z0-9-]*$/;
// `core` is our folder of the group without a name.
const apiVersionPattern = /^((?!core\/)[a-z0-9][a-z0-9.-]*\/)?[a-z0-9]+$/;

/** Why a value is not an object that the format can hold; `undefined` when it is one. */
function whyNot(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'is not an object';
  const { kind, apiVersion, metadata, reason } = value as Partial<KubeObject>;
  if (kind === 'Status') return `is an error of the API server${word(reason)} and no object`;
  if (kind === 'Table') return 'is a Table, which holds columns and no objects';
  if (!kind) return apiVersion ? 'has no kind' : 'has no kind and no apiVersion';
  if (!apiVersion) return 'has no apiVersion';
  if (typeof metadata !== 'object' || metadata === null || !metadata.name) {
    return 'has no metadata.name';
  }
  const [issue] = KubeObjectShape.safeParse(value).error?.issues ?? [];
  if (issue !== undefined) return `${issue.path.join('.')} is not what the API allows there`;
  if (!kindPattern.test(kind)) return 'has a kind that the API does not allow';
  return apiVersionPattern.test(apiVersion)
    ? undefined
    : 'has an apiVersion that the API does not allow';
}

/** The reason of a Status is one word, `Forbidden`; anything longer could say too much. */
function word(reason: unknown): string {
  return typeof reason === 'string' && /^\w+$/.test(reason) ? ` (${reason})` : '';
}

function shape(text: string): Finding {
  return { type: 'shape', shape: text };
}

function unreadable(reason: string): Finding {
  return { type: 'unreadable', reason };
}
