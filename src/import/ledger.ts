import { builtinResources } from '#snapshot/builtin-resources.ts';
import { keptElsewhere } from '#snapshot/kept-elsewhere.ts';
import { type Manifest, type Outcome, type ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { type FormatLimit, limitOf } from './format-limits.ts';
import { resourceTypeFinder } from './resource-types.ts';
import type { KindInDump } from './tally.ts';

/** One resource of a dump, and the kinds whose objects its file takes. */
export interface ResourceInDump {
  readonly type: ResourceType;
  /** Two kinds of one group whose guessed plurals meet share a file; what is not in the dump has none. */
  readonly kinds: readonly KindInDump[];
  /** @param kept Objects in its file. */
  outcome(kept: number): Outcome;
}

/** What is known of a dump besides its objects. */
export interface DumpKnowledge {
  /** What its discovery documents and CustomResourceDefinitions name. */
  readonly types: readonly ResourceType[];
  /** Of a snapshot of ours, which knows its own ledger. */
  readonly manifest: Manifest | undefined;
  /** Formats found. */
  readonly formats: readonly string[];
}

/**
 * The resources of a dump. A dump claims little: `complete` is only what an API server listed whole. What
 * a reader would expect and the dump lacks is `skipped`, so that nobody takes it for missing in the
 * cluster.
 *
 */
export function ledgerOf(
  kinds: readonly KindInDump[],
  { types, manifest, formats }: DumpKnowledge,
): ResourceInDump[] {
  const typeOf = resourceTypeFinder([...types, ...(manifest?.resources ?? []).map(bareType)]);
  const limit = limitOf(formats);
  const resources = new Map<string, { type: ResourceType; kinds: KindInDump[] }>();
  for (const kind of kinds) {
    const type = typeOf(kind);
    const known = resources.get(resourceKey(type));
    if (known === undefined) resources.set(resourceKey(type), { type, kinds: [kind] });
    else known.kinds.push(kind);
  }
  for (const type of manifest?.resources ?? [...builtinResources.filter(isExpected), ...types]) {
    const key = resourceKey(type);
    if (!resources.has(key)) resources.set(key, { type: bareType(type), kinds: [] });
  }
  return [...resources].map(([key, resource]) => {
    const line = manifest?.resources.find((each) => resourceKey(each) === key);
    return line === undefined
      ? {
          ...resource,
          outcome: (kept) => limitedBy(limit, resource, outcomeOf(resource.kinds.at(-1), kept)),
        }
      : { type: bareType(line), kinds: resource.kinds, outcome: (kept) => ownLine(line, kept) };
  });
}

function isExpected({ expected }: { readonly expected: boolean }): boolean {
  return expected;
}

function bareType(type: ResourceType): ResourceType {
  const { group, version, plural, kind, singular, shortNames, categories, namespaced } = type;
  return { group, version, plural, kind, singular, shortNames, categories, namespaced };
}

function outcomeOf(kind: KindInDump | undefined, kept: number): Outcome {
  if (kind === undefined) return { status: 'skipped', message: 'Not in the dump.' };
  const { lists, unreadable, read, today, group } = kind;
  const [list, another] = lists;
  if (kept === 0 && read > 0 && today.group !== group) return keptElsewhere(today.group);
  if (list === undefined) return partial('The dump does not say whether these are all.');
  if (unreadable > 0) return partial(`${unreadable} of its items could not be read.`);
  if (another !== undefined) return partial(`From ${lists.length} lists, which may not be all.`);
  if (list.partial) return partial('From one page or one namespace of a longer list.');
  const { resourceVersion } = list;
  return { status: 'complete', ...(resourceVersion === undefined ? {} : { resourceVersion }) };
}

/** A format that cannot hold everything makes `partial` what otherwise would say more, or nothing. */
function limitedBy(
  limit: FormatLimit | undefined,
  { type, kinds }: Pick<ResourceInDump, 'type' | 'kinds'>,
  outcome: Outcome,
): Outcome {
  if (limit === undefined) return outcome;
  if (kinds.length === 0) return partial(limit.otherKinds);
  return outcome.status === 'complete' && type.namespaced ? partial(limit.namespaces) : outcome;
}

/** Whether a dump holds the one list of all objects of a kind of the core group. */
export function isWhole(kinds: readonly KindInDump[], kind: string): boolean {
  const found = kinds.find((each) => each.group === '' && each.kind === kind);
  return found !== undefined && outcomeOf(found, found.read).status === 'complete';
}

function partial(message: string): Outcome {
  return { status: 'partial', message };
}

/** A snapshot's own ledger line stands, unless its file lacks objects that the line counts. */
function ownLine(line: Manifest['resources'][number], kept: number): Outcome {
  const { status, resourceVersion, message, namespaces, count } = line;
  return kept < count
    ? partial(`${count - kept} objects are missing from its file.`)
    : { status, resourceVersion, message, namespaces };
}
