import type { Entry } from '#model/model.ts';
import { pluralKind } from '#views/kind-name.ts';
import { count } from '#views/words.ts';
import { absentOwner, type Cluster, type Running } from './cluster.ts';
import { code, enumerate, type Prose, text } from './prose.ts';

const spelled = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `3` → `'three'`, `40` → `'40'`. */
export function spellNumber(number: number): string {
  return spelled[number] ?? number.toLocaleString('en');
}

/** `(1, 'node')` → `'one node'`, `(6, 'pod')` → `'six pods'`, `(40, 'pod')` → `'40 pods'`. */
export function spell(number: number, noun: string, plural?: string): string {
  const word = spelled[number];
  const counted = count(number, noun, plural);
  return word === undefined ? counted : counted.replace(/^\d+/, word);
}

/** The first letter in upper case. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The first letter in lower case, unless the word is a name: `GitOps`, `API`. */
export function uncapital(sentence: string): string {
  const isName = /^\S+[A-Z]/.test(sentence);
  return isName ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** A link to an object, its name in mono: for running text. */
export function linkTo({ links }: Cluster, { id, object }: Entry): Prose {
  return { type: 'link', href: links.object(id), children: [code(object.metadata.name)] };
}

/** `a, b and c`, each a link; more than `most` are counted. */
export function linksTo(cluster: Cluster, entries: readonly Entry[], most = 3): Prose[] {
  const shown = entries.slice(0, most).map((entry) => [linkTo(cluster, entry)]);
  const rest = entries.length - shown.length;
  return enumerate(rest > 0 ? [...shown, [text(`${rest} more`)]] : shown);
}

/** A name for what runs: that of its workload, though pods are all the snapshot holds of it. */
export function linkToRunning(cluster: Cluster, { root }: Running): Prose {
  const { name = root.object.metadata.name } = absentOwner(root) ?? {};
  return { type: 'link', href: cluster.links.object(root.id), children: [code(name)] };
}

/** The kind of the workload, which the snapshot may lack. */
export function kindOfRunning({ root }: Running): string {
  return absentOwner(root)?.kind ?? root.object.kind;
}

/** The first thing that runs as a component, as a link. */
export function linkToComponent(cluster: Cluster, id: string): Prose | undefined {
  const found = cluster.component(id);
  // A workload says more than Pods whose workload was not captured.
  const first = found.find(({ root }) => root.object.kind !== 'Pod') ?? found[0];
  return first === undefined ? undefined : linkToRunning(cluster, first);
}

/** All pods of what runs. */
export function podsOf(running: readonly Running[]): readonly Entry[] {
  return running.flatMap(({ pods }) => pods);
}

/** `45 ServiceAccounts, 7 ConfigMaps and a Secret`: objects by kind, most first. */
export function countKinds(entries: readonly Entry[], most = 8): string {
  const groups = [...Map.groupBy(entries, ({ object }) => object.kind)]
    .map(([kind, members]) => ({
      kind,
      number: members.length,
      plural: pluralKind(kind, members[0]?.resource.plural ?? `${kind}s`),
    }))
    .sort((a, b) => b.number - a.number || a.kind.localeCompare(b.kind, 'en'));
  const shown = groups
    .slice(0, most)
    .map(({ kind, number, plural }) => count(number, kind, plural));
  const rest = groups.slice(most).reduce((sum, { number }) => sum + number, 0);
  const words = rest > 0 ? [...shown, count(rest, 'other object')] : shown;
  return join(words);
}

/** `['a', 'b', 'c']` → `'a, b and c'`. */
export function join(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Identifiers in mono, `a, b and c`; more than `most` are counted. */
export function codes(values: readonly string[], last = 'and', most = 4): Prose[] {
  const shown = values.slice(0, most).map((value) => [code(value)]);
  const rest = values.length - shown.length;
  const more = last === 'or' ? `one of ${rest} more` : `${rest} more`;
  return enumerate(rest > 0 ? [...shown, [text(more)]] : shown, last);
}
