import type { Rules } from '#config/rules.ts';
import type { ObjectName } from '#snapshot/object-id.ts';

/** Turns what the before side calls things into what the after side calls them. */
export interface Mapping {
  text(value: string): string;
  namespace(name: string): string;
  object(name: ObjectName): ObjectName;
}

/** The names that a rules file declares. */
export type DeclaredNames = Pick<Rules, 'namespaces' | 'names' | 'hosts' | 'registries' | 'values'>;

/** A declared name, on both sides. */
export interface NameMap {
  readonly sort: 'namespace' | 'name' | 'host' | 'registry' | 'value';
  readonly before: string;
  readonly after: string;
}

/** What is declared, in the order of the file: shown with the result, since it hides differences. */
export function declaredMaps(names: DeclaredNames): readonly NameMap[] {
  const of = (sort: NameMap['sort'], record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([before, after]) => ({ sort, before, after }));
  return [
    ...of('namespace', names.namespaces),
    ...of('name', names.names),
    ...of('host', names.hosts),
    ...of('registry', names.registries),
    ...names.values.map(({ before, after }) => ({ sort: 'value', before, after }) as const),
  ];
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `*-stg` → a pattern that captures what each star stands for. */
function globSource(glob: string): string {
  return glob.split('*').map(escapeRegExp).join('([a-z0-9.-]*?)');
}

const starsIn = (glob: string): number => glob.split('*').length - 1;

/** `*` and what a star stood for → the name with its stars filled. */
function filled(glob: string, stars: readonly string[]): string {
  let star = 0;
  return glob.replaceAll('*', () => stars[star++] ?? '');
}

/**
 * Replaces all declared names in one pass, so that two that are swapped do not cancel each other. A name
 * without stars goes before a pattern, the longer before the shorter.
 */
function replacer(maps: readonly NameMap[]): (text: string) => string {
  const sorted = maps.toSorted(
    ({ before: a }, { before: b }) => starsIn(a) - starsIn(b) || b.length - a.length,
  );
  // A name ends where no character of a DNS label follows: shop-stg is not part of shop-stg-2. A
  // registry is what stands before the path of an image.
  const source = sorted.map(({ sort, before }) =>
    sort === 'registry'
      ? `(?<![A-Za-z0-9./-])(${globSource(before.replace(/\/$/, ''))})(?=/)`
      : `(?<![A-Za-z0-9-])(${globSource(before)})(?![A-Za-z0-9-])`,
  );
  const pattern = new RegExp(source.join('|'), 'g');
  // Where each name's own group stands among all groups.
  const groups = sorted.map((_, index) =>
    sorted.slice(0, index).reduce((sum, { before }) => sum + 1 + starsIn(before), 0),
  );
  const literals = sorted.map(({ before }) => longestLiteral(before));
  return (text) => {
    if (!literals.some((literal) => text.includes(literal))) return text;
    return text.replace(pattern, (whole: string, ...captured: readonly unknown[]) => {
      const index = groups.findIndex((at) => captured[at] !== undefined);
      const map = sorted[index];
      const at = groups[index];
      if (map === undefined || at === undefined) return whole;
      const stars = captured.slice(at + 1, at + 1 + starsIn(map.before)).map(String);
      return filled(map.after.replace(/\/$/, ''), stars);
    });
  };
}

/** What every text with the name must hold: asked first, since most texts hold none. */
function longestLiteral(glob: string): string {
  return glob
    .replace(/\/$/, '')
    .split('*')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

const asItIs = (text: string): string => text;

/**
 * The mapping that a rules file declares. A namespace, name or host is replaced wherever it stands as a
 * whole word inside a text, since service names (`api.shop-stg.svc`), subjects and URLs repeat it.
 */
export function mappingOf(names: DeclaredNames): Mapping {
  const maps = declaredMaps(names);
  const words = maps.filter(({ sort }) => sort !== 'value');
  const values = new Map(names.values.map(({ before, after }) => [before, after]));
  const replaceWords = words.length === 0 ? asItIs : replacer(words);
  const text =
    values.size === 0 ? replaceWords : (value: string) => values.get(value) ?? replaceWords(value);
  const namespaces = maps.filter(({ sort }) => sort === 'namespace');
  const namespace = namespaces.length === 0 ? asItIs : replacer(namespaces);
  const object = ({ namespace: scope, ...rest }: ObjectName): ObjectName => {
    if (rest.kind === 'Namespace' && rest.group === '') {
      return { ...rest, name: namespace(rest.name) };
    }
    const name = replaceWords(rest.name);
    return scope === undefined ? { ...rest, name } : { ...rest, name, namespace: namespace(scope) };
  };
  return { text, namespace, object };
}
