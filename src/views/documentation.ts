import { matchComponent } from '#catalogue/match-component.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';

/**
 * Annotations in which people describe an object, the first that is there wins.
 *
 * @see https://ambassadorlabs.github.io/k8s-for-humans/ for `a8r.io`
 */
const descriptionKeys = ['a8r.io/description', 'description', 'openshift.io/description'];

/** What people wrote about an object on the object itself: how that begins. */
export function descriptionOf({ object }: Pick<Entry, 'object'>): string | undefined {
  const { annotations = {} } = object.metadata;
  const texts = descriptionKeys.map((key) =>
    Object.hasOwn(annotations, key) ? annotations[key]?.trim() : undefined,
  );
  const found = texts.find((text) => text !== undefined && text !== '');
  return found === undefined ? undefined : beginning(found);
}

/** Letters of a description; what people write on an object may be a whole manual. */
const maxText = 240;

/** The first paragraph of a text, or as many of its sentences as a lead has room for. */
function beginning(description: string): string {
  const [paragraph = ''] = description.trim().split(/\n\s*\n|\n#/);
  const line = paragraph.replace(/^#+\s*/, '').replace(/\s+/g, ' ');
  if (line.length <= maxText) return line;
  const cut = line.slice(0, maxText);
  const end = Math.max(...['. ', '! ', '? '].map((stop) => cut.lastIndexOf(stop)));
  return end > 0 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

const described = new Set(['Namespace', 'Deployment', 'StatefulSet', 'DaemonSet', 'CronJob']);

type IsNoted = (id: ObjectId) => boolean;

function isDescribed(entry: Entry, isNoted: IsNoted): boolean {
  if (isNoted(entry.id)) return true;
  if (descriptionOf(entry) !== undefined) return true;
  const { kind, metadata } = entry.object;
  return kind === 'Namespace'
    ? namespacePurpose(metadata.name) !== undefined
    : matchComponent(entry.object) !== undefined;
}

/** How much of a cluster a reader finds explained. */
export interface Documentation {
  /** Namespaces and workloads that say what they are for, that a note is about, or that the catalogue knows. */
  readonly described: number;
  readonly total: number;
  /** The others, in the model's order. */
  readonly undescribed: readonly Entry[];
}

/**
 * Counts namespaces and workloads: what a newcomer asks about first.
 *
 * @param isNoted - Whether a note is about an object.
 */
export function documentationOf({ entries }: Model, isNoted: IsNoted = () => false): Documentation {
  const asked = entries.filter(({ object }) => described.has(object.kind));
  const undescribed = asked.filter((entry) => !isDescribed(entry, isNoted));
  return { described: asked.length - undescribed.length, total: asked.length, undescribed };
}

/** Whole percent, rounded down; a cluster without namespaces and workloads is fully described. */
export function percentDescribed({ described: some, total }: Documentation): number {
  return total === 0 ? 100 : Math.floor((some / total) * 100);
}
