import type { Rules } from '#config/rules.ts';
import type { ObjectName } from '#snapshot/object-id.ts';

/** Turns what the before side calls things into what the after side calls them. */
export interface Mapping {
  text(value: string): string;
  namespace(name: string): string;
  object(name: ObjectName): ObjectName;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `shop-*` → a pattern whose group 1 is what the star stood for. */
function nameGlob(glob: string): string {
  return glob.split('*').map(escapeRegExp).join('([a-z0-9.-]*?)');
}

interface Replacement {
  readonly whole: RegExp;
  readonly within: RegExp;
  readonly by: string;
}

function replacement(from: string, to: string): Replacement {
  let group = 0;
  const by = to.replaceAll('$', '$$$$').replace(/\*/g, () => `$${++group}`);
  const pattern = nameGlob(from);
  // A name ends where no character of a DNS label follows: shop-stg is not part of shop-stg-2.
  return {
    whole: new RegExp(`^${pattern}$`),
    within: new RegExp(`(?<![A-Za-z0-9-])${pattern}(?![A-Za-z0-9-])`, 'g'),
    by,
  };
}

/**
 * The mapping that a rules file declares. A namespace or host is replaced wherever it stands as a whole
 * word inside a text, since service names (`api.shop-stg.svc`), subjects and URLs repeat it.
 */
export function mappingOf(rules: Pick<Rules, 'namespaces' | 'hosts' | 'values'>): Mapping {
  const namespaces = Object.entries(rules.namespaces).map(([from, to]) => replacement(from, to));
  const hosts = Object.entries(rules.hosts).map(([from, to]) => replacement(from, to));
  const values = new Map(rules.values.map(({ before, after }) => [before, after]));
  const words = [...hosts, ...namespaces];

  const text = (value: string): string =>
    values.get(value) ??
    words.reduce((result, { within, by }) => result.replace(within, by), value);
  const namespace = (name: string): string => {
    const rule = namespaces.find(({ whole }) => whole.test(name));
    return rule === undefined ? name : name.replace(rule.whole, rule.by);
  };
  const object = ({ namespace: scope, ...rest }: ObjectName): ObjectName => {
    if (rest.kind === 'Namespace' && rest.group === '')
      return { ...rest, name: namespace(rest.name) };
    const name = words.length === 0 ? rest.name : text(rest.name);
    return scope === undefined ? { ...rest, name } : { ...rest, name, namespace: namespace(scope) };
  };
  return { text, namespace, object };
}
