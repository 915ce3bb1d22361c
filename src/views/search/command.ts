import type { Query } from './query.ts';

/** What a command names: the fields of a {@link Query} that it fills. */
type Named = Pick<Query, 'words' | 'kind' | 'namespace'>;

const programs = new Set(['kubectl', 'oc', 'k']);

/** Verbs that have a verb of their own: `rollout status`, `set image`. */
const withSubcommand = new Set(['rollout', 'set']);

/** Verbs whose bare argument is of one kind: `logs web-0`, `drain worker-1`. */
const kindsOfVerbs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['logs', 'exec', 'attach', 'port-forward', 'cp', 'debug'].map((verb) => [verb, 'pod']),
  ),
  ...Object.fromEntries(['drain', 'cordon', 'uncordon'].map((verb) => [verb, 'node'])),
};

/** Verbs that a kind and a name follow, in this or another form. */
const verbs = new Set([
  ...['get', 'top', 'describe', 'explain', 'edit', 'delete', 'wait', 'taint'],
  ...['label', 'annotate', 'patch', 'scale', 'autoscale', 'expose'],
  ...withSubcommand,
  ...Object.keys(kindsOfVerbs),
]);

const namespaceFlag = flag('-n', '--namespace');
const selectorFlag = flag('-l', '--selector');
/** Flags that take a value and say nothing of what is looked for. */
const idleFlags = flag(
  ...['-o', '--output', '-c', '--container', '--filename', '-L', '--label-columns'],
  ...['--context', '--cluster', '--kubeconfig', '--user', '--tail', '--since', '--sort-by'],
  ...['--field-selector', '--timeout', '--replicas', '--patch', '--type', '--template'],
);

/** `-n shop`, `--namespace=shop`: the value is the first group. */
function flag(...names: readonly string[]): RegExp {
  return new RegExp(`\\s(?:${names.join('|')})(?:\\s+|=)(\\S+)`, 'g');
}

/**
 * What a command for kubectl is about, for who pastes one into the search: `kubectl -n shop get deploy web -o yaml`
 * names the Deployment web of shop. Nothing of a text that is no such command.
 */
export function namedInCommand(text: string): Named | undefined {
  // What follows ` -- ` is the command that runs in a container.
  const [line = ''] = text
    .trim()
    .replace(/^\$ /, '')
    .split(/\s--(?=\s)/);
  const [program = '', ...rest] = withoutFlags(line).split(/\s+/);
  const [verb = '', ...args] = rest;
  // Or else these are words: something may be called `oc`.
  if (!programs.has(program.toLowerCase()) || !verbs.has(verb)) return undefined;
  const { kind, name } = targetOf(verb, withSubcommand.has(verb) ? args.slice(1) : args);
  const labels = lastOf(selectorFlag, line)?.split(',') ?? [];
  return {
    words: [name ?? '', ...labels].filter(Boolean).map((word) => word.toLowerCase()),
    kind: kind?.toLowerCase(),
    namespace: lastOf(namespaceFlag, line)?.toLowerCase(),
  };
}

function lastOf(of: RegExp, line: string): string | undefined {
  return [...line.matchAll(of)].at(-1)?.[1];
}

function withoutFlags(line: string): string {
  return [namespaceFlag, selectorFlag, idleFlags, /\s-\S+/g].reduce(
    (left, flags) => left.replace(flags, ''),
    line,
  );
}

/** The first object that is named: more words would all have to fit one object. */
function targetOf(
  verb: string,
  [first, second]: readonly string[],
): { readonly kind?: string | undefined; readonly name?: string | undefined } {
  if (first === undefined) return {};
  const slash = kindAndName(first);
  if (slash !== undefined) return slash;
  const only = Object.hasOwn(kindsOfVerbs, verb) ? kindsOfVerbs[verb] : undefined;
  if (only !== undefined) return { kind: only, name: first };
  const [kind = ''] = first.split(',');
  return { kind: kind === 'all' ? undefined : withoutGroup(kind), name: second };
}

/** `deployment.apps/web`, as kubectl writes an object down; nothing of any other word. */
export function kindAndName(
  word: string,
): { readonly kind: string; readonly name: string } | undefined {
  const [, kind = '', name = ''] = /^([a-z][a-z0-9.-]*)\/([^/:@]+)$/i.exec(word) ?? [];
  return kind === '' ? undefined : { kind: withoutGroup(kind), name };
}

function withoutGroup(kind: string): string {
  return kind.replace(/\..*/, '');
}
