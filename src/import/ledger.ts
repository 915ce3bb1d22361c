import { builtinResources } from '#snapshot/builtin-resources.ts';
import { keptElsewhere } from '#snapshot/kept-elsewhere.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type Manifest, type Outcome, type ResourceType, resourceKey } from '#snapshot/manifest.ts';
import type { KindInDump } from './collection.ts';
import { definedTypes, resourceTypeFinder } from './resource-types.ts';

/** One resource of a dump: what the snapshot's ledger says of it, and its objects. */
export interface ImportedList {
  readonly type: ResourceType;
  readonly outcome: Outcome;
  readonly objects: readonly KubeObject[];
}

/**
 * The lists of a dump with their ledger lines. A dump claims little: `complete` is only what an API
 * server listed whole. What a reader would expect and the dump lacks is `skipped`, so that nobody takes
 * it for missing in the cluster.
 *
 * @param manifest Of a snapshot of ours, which knows its own ledger.
 */
export function ledgerOf(
  kinds: readonly KindInDump[],
  objects: Iterable<KubeObject>,
  manifest: Manifest | undefined,
): ImportedList[] {
  const defined = definedTypes(objects);
  const typeOf = resourceTypeFinder([...defined, ...(manifest?.resources ?? []).map(bareType)]);
  const lists = new Map<string, ImportedList>();
  for (const kind of kinds) {
    const type = typeOf(kind);
    const key = resourceKey(type);
    const before = lists.get(key);
    // Two kinds of one group whose guessed plurals meet share a file.
    const all = [...(before?.objects ?? []), ...kind.objects];
    lists.set(key, { type: before?.type ?? type, outcome: outcomeOf(kind), objects: all });
  }
  const known = manifest?.resources ?? [...builtinResources.filter(isExpected), ...defined];
  for (const type of known) {
    const key = resourceKey(type);
    if (!lists.has(key)) lists.set(key, { type: bareType(type), outcome: notInDump, objects: [] });
  }
  return [...lists.values()].map((list) => withOwnLedger(list, manifest));
}

const notInDump: Outcome = { status: 'skipped', message: 'Not in the dump.' };

function isExpected({ expected }: { readonly expected: boolean }): boolean {
  return expected;
}

function bareType(type: ResourceType): ResourceType {
  const { group, version, plural, kind, singular, shortNames, categories, namespaced } = type;
  return { group, version, plural, kind, singular, shortNames, categories, namespaced };
}

function outcomeOf({ lists, unreadable, keptAs }: KindInDump): Outcome {
  const [list, another] = lists;
  if (keptAs !== undefined) return keptElsewhere(keptAs.group);
  if (list === undefined) return partial('The dump does not say whether these are all.');
  if (unreadable > 0) return partial(`${unreadable} of its items could not be read.`);
  if (another !== undefined) return partial(`From ${lists.length} lists, which may not be all.`);
  if (list.partial) return partial('From one page or one namespace of a longer list.');
  const { resourceVersion } = list;
  return { status: 'complete', ...(resourceVersion === undefined ? {} : { resourceVersion }) };
}

function partial(message: string): Outcome {
  return { status: 'partial', message };
}

/** A snapshot's own ledger line stands, unless its file lacks objects that the line counts. */
function withOwnLedger(list: ImportedList, manifest: Manifest | undefined): ImportedList {
  const key = resourceKey(list.type);
  const line = manifest?.resources.find((resource) => resourceKey(resource) === key);
  if (line === undefined) return list;
  const { status, resourceVersion, message, namespaces, count } = line;
  const outcome = { status, resourceVersion, message, namespaces };
  return {
    ...list,
    type: bareType(line),
    outcome:
      list.objects.length < count
        ? partial(`${count - list.objects.length} objects are missing from its file.`)
        : outcome,
  };
}
