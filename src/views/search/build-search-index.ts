import type { Entry, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { groupKindKey, groupKindOf, type ObjectId } from '#snapshot/object-id.ts';
import type { ListedChapter } from '#views/chapters/chapter-list.ts';
import { proseText } from '#views/chapters/prose.ts';
import { problemSays, titleOf } from '#views/findings/texts.ts';
import { foldedOn } from '#views/folded.ts';
import { pluralKind } from '#views/kind-name.ts';
import { compareKinds } from '#views/kind-order.ts';
import type { Links } from '#views/links.ts';
import type { NotePlace } from '#views/notes/cluster-notes.ts';
import { noteText } from '#views/notes/note-text.ts';
import { frontCoded, recencyCoded } from './column-codes.ts';
import { DetailSets } from './detail-sets.ts';
import { namespaceAddress, objectAddress, type Placed } from './object-address.ts';
import { addressesOf } from './object-details.ts';
import type { SearchFindings, SearchIndex, SearchKind, SearchNote } from './search-index.ts';

/** An object with a page of its own, and what is shown there. */
interface Household {
  readonly home: Entry;
  readonly folded: readonly Entry[];
}

/** A chapter, and the words of the glossary about which it says most. */
interface SearchedChapter extends ListedChapter {
  readonly terms: readonly string[];
}

/**
 * The search index of a cluster. Without Events, which are told at their objects, and without Namespace
 * objects: a namespace is found as such.
 */
export function buildSearchIndex(
  model: Model,
  links: Links,
  chapters: readonly SearchedChapter[],
  notes: readonly NotePlace[] = [],
): SearchIndex {
  const households = householdsOf(model);
  const entries = households.flatMap(({ home, folded }) => [home, ...folded]);
  const kinds = kindsOf(entries, links);
  const kindPlaces = new Map(kinds.map(({ key }, place) => [key, place]));
  const namespacePlaces = new Map(model.namespaces.map((name, place) => [name, place]));
  const details = new DetailSets();
  const setCode = recencyCoded();
  return {
    version: 1,
    cluster: model.snapshot.manifest.id,
    root: links.cluster(),
    kinds: kinds.map(({ kind }) => kind),
    namespaces: model.namespaces.map((name) => namespaceOf(model, links, name)),
    chapters: chapters.map(({ number, title, summary, slug, terms }) => ({
      number,
      title,
      summary,
      terms: terms.join(', '),
      href: links.chapter(slug),
    })),
    notes: notes.map(searchNote),
    findings: findingsOf(model, links, entries),
    folded: households.map(({ folded }) => folded.length),
    kindOf: entries.map((entry) => kindPlaces.get(keyOf(entry)) ?? 0),
    namespaceRuns: runsOf(
      entries.map(({ object }) => namespacePlaces.get(object.metadata.namespace ?? '') ?? -1),
    ),
    names: frontCoded(entries.map(({ object }) => object.metadata.name)),
    setOf: entries.map(({ object }) => setCode(details.placeOf(object))),
    details: details.tables(),
    addresses: entries.map(({ object }) => addressesOf(object).join(' ')),
    hrefs: unusualAddresses(households, links),
  };
}

/** Letters of a note that are searched, and of its first words where it has no title. */
const maxNote = 2000;
const maxTitle = 60;

function searchNote({ view, href, what, namespace, objects }: NotePlace): SearchNote {
  const text = noteText(view);
  const first = text.length > maxTitle ? `${text.slice(0, maxTitle)}…` : text;
  return {
    title: view.title ?? first,
    what: objects > 1 ? `${what} and ${objects - 1} more` : what,
    namespace,
    text: text.slice(0, maxNote),
    href: `${href.replace(/#.*/, '')}#notes`,
  };
}

function householdsOf(model: Model): readonly Household[] {
  return model.entries
    .filter((entry) => model.home(entry.id) === entry.id && isListed(entry))
    .toSorted(
      (a, b) =>
        compareCodePoints(a.object.metadata.namespace ?? '', b.object.metadata.namespace ?? '') ||
        compareCodePoints(a.object.metadata.name, b.object.metadata.name) ||
        compareKinds(groupKindOf(a.object), groupKindOf(b.object)),
    )
    .map((home) => ({ home, folded: foldedOn(model, home.id) }));
}

function isListed({ object }: Entry): boolean {
  const key = keyOf({ object });
  return key !== 'Event' && key !== 'Namespace';
}

function keyOf({ object }: Pick<Entry, 'object'>): string {
  return groupKindKey(groupKindOf(object));
}

function resourceOf({ object, resource: { plural } }: Entry): string {
  return resourceKey({ plural, group: groupKindOf(object).group });
}

function kindsOf(
  entries: readonly Entry[],
  links: Links,
): readonly { readonly key: string; readonly kind: SearchKind }[] {
  return [...Map.groupBy(entries, keyOf)]
    .flatMap(([key, members]) => members.slice(0, 1).map((first) => ({ key, first, members })))
    .sort((a, b) => compareKinds(groupKindOf(a.first.object), groupKindOf(b.first.object)))
    .map(({ key, first, members }) => ({ key, kind: searchKind(first, members.length, links) }));
}

function searchKind(entry: Entry, count: number, links: Links): SearchKind {
  const { kind, plural, singular, shortNames } = entry.resource;
  const { glyph, category, shortNames: known = [] } = entry.kind;
  const names = [kind.toLowerCase(), singular, plural, ...shortNames, ...known];
  return {
    kind,
    resource: resourceOf(entry),
    href: links.kind(resourceOf(entry)),
    label: pluralKind(kind, plural),
    names: [...new Set(names)].filter((name) => name !== ''),
    glyph,
    category,
    count,
  };
}

/** `[3, 3, 3, 5]` → `[3, 3, 5, 1]` */
function runsOf(numbers: readonly number[]): number[] {
  const runs: number[] = [];
  let start = 0;
  numbers.forEach((number, place) => {
    if (number === numbers[place + 1]) return;
    runs.push(number, place + 1 - start);
    start = place + 1;
  });
  return runs;
}

function namespaceOf(model: Model, links: Links, name: string): SearchIndex['namespaces'][number] {
  const href = links.namespace(name);
  const count = model.inNamespace(name).length;
  return href === namespaceAddress(links.cluster(), name) ? [name, count] : [name, count, href];
}

/** Letters of what is said of one finding, and of all of one code: an index is loaded as a whole. */
const maxFinding = 160;
const maxFindings = 20_000;

function findingsOf(
  model: Model,
  links: Links,
  entries: readonly Entry[],
): readonly SearchFindings[] {
  const places = new Map<ObjectId, number>(entries.map(({ id }, place) => [id, place]));
  return [...Map.groupBy(problemsOf(model).all, ({ code }) => code)].map(([code, problems]) => {
    const told = problems
      .flatMap((problem) => {
        const place = places.get(problem.at);
        return place === undefined ? [] : [{ problem, place }];
      })
      .sort((a, b) => a.place - b.place);
    return {
      title: titleOf(code),
      href: links.finding(code),
      objects: told.map(({ place }) => place),
      says: told.slice(0, maxFindings / maxFinding).flatMap(({ problem, place }) => {
        const entry = entries[place];
        if (entry === undefined) return [];
        return proseText(problemSays(problem, { model, links, entry })).slice(0, maxFinding);
      }),
    };
  });
}

function unusualAddresses(
  households: readonly Household[],
  links: Links,
): Readonly<Record<string, string>> {
  const unusual: Record<string, string> = {};
  let place = 0;
  const compare = (entry: Entry, made: string) => {
    const real = links.object(entry.id);
    if (real !== made) unusual[place] = real;
    place += 1;
  };
  for (const { home, folded } of households) {
    const placed = placedOf(home);
    compare(home, objectAddress(links.cluster(), placed));
    folded.forEach((entry, at) => {
      compare(entry, objectAddress(links.cluster(), placedOf(entry), placed, at));
    });
  }
  return unusual;
}

function placedOf(entry: Entry): Placed {
  const { kind, metadata } = entry.object;
  return { resource: resourceOf(entry), kind, namespace: metadata.namespace, name: metadata.name };
}
