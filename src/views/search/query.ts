import { namedInCommand } from './command.ts';

/** What a reader typed, as it is understood. */
export interface Query {
  /** In lower case; all of them are to be found. */
  readonly words: readonly string[];
  /** Only objects of a kind that is called so. */
  readonly kind?: string | undefined;
  /** Only what is in the namespace whose name is, or begins with, this. */
  readonly namespace?: string | undefined;
  /** Only clusters whose id holds this. */
  readonly cluster?: string | undefined;
}

const filters: Readonly<Record<string, 'kind' | 'namespace' | 'cluster'>> = {
  kind: 'kind',
  k: 'kind',
  ns: 'namespace',
  namespace: 'namespace',
  n: 'namespace',
  cluster: 'cluster',
};

/** More words only make a page slow. */
const maxWords = 8;

/**
 * `kind:svc ns:shop web` → the word `web`, of Services in shop. A colon in any other word is part of it. A command for
 * kubectl is asked for what it names.
 */
export function parseQuery(text: string): Query {
  const { words, ...chosen } = namedInCommand(text) ?? parseWords(text);
  return { words: words.slice(0, maxWords), ...chosen };
}

function parseWords(text: string): Query {
  const words: string[] = [];
  const chosen: { kind?: string; namespace?: string; cluster?: string } = {};
  for (const part of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, name = '', value = ''] = /^([a-z]+):(.*)$/.exec(part) ?? [];
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (filter === undefined) words.push(part);
    else if (value !== '') chosen[filter] = value;
  }
  return { words, ...chosen };
}

/** A query as it is typed; the other way round than {@link parseQuery}. */
export function queryText({ words, kind, namespace, cluster }: Query): string {
  return [
    ...words,
    ...(kind === undefined ? [] : [`kind:${kind}`]),
    ...(namespace === undefined ? [] : [`ns:${namespace}`]),
    ...(cluster === undefined ? [] : [`cluster:${cluster}`]),
  ].join(' ');
}
