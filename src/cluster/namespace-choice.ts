import { matchesGlob } from '#config/glob.ts';
import { UserError } from '#user-error.ts';

/** Which namespaces a reader wants, as globs. Resources without namespaces are read in any case. */
export interface NamespaceChoice {
  /** All when empty. */
  readonly only: readonly string[];
  readonly exclude: readonly string[];
}

/** The namespaces of a cluster, as far as they are known. */
export interface KnownNamespaces {
  readonly names: readonly string[];
  /** Whether these are all. */
  readonly all: boolean;
}

/** A choice, held against the namespaces there are. */
export interface Namespaces {
  /** Those to read, when the choice names some; otherwise lists go over all namespaces. */
  readonly only: readonly string[] | undefined;
  /** Those to read one by one where a list over all is forbidden. */
  readonly known: readonly string[];
  /** Whether `known` and `excluded` are all there are. */
  readonly all: boolean;
  /** Known namespaces that the choice leaves out. */
  readonly excluded: readonly string[];
  /** The globs of the choice that leave namespaces out. */
  readonly exclude: readonly string[];
  /** Whether the choice leaves a namespace out. */
  excludes(namespace: string): boolean;
}

/**
 * What a choice means in a cluster.
 *
 * @throws {UserError} When it asks for a namespace that the cluster does not have.
 */
export function chooseNamespaces(choice: NamespaceChoice, known: KnownNamespaces): Namespaces {
  const excludes = (name: string) => choice.exclude.some((glob) => matchesGlob(glob, name));
  const names = known.names.filter((name) => !excludes(name));
  const only = choice.only.flatMap((glob) => namesFor(glob, known));
  return {
    only:
      choice.only.length === 0 ? undefined : [...new Set(only)].filter((name) => !excludes(name)),
    known: names,
    all: known.all,
    excluded: known.names.filter(excludes),
    exclude: choice.exclude,
    excludes,
  };
}

function namesFor(glob: string, known: KnownNamespaces): string[] {
  const found = known.names.filter((name) => matchesGlob(glob, name));
  if (found.length > 0) return found;
  // Who may not list namespaces can still know the name of one.
  if (!known.all && !glob.includes('*')) return [glob];
  throw new UserError(`The cluster has no namespace "${glob}" that this user can see.`, {
    hint: `Namespaces there are: ${known.names.join(', ') || 'none that can be listed'}.`,
  });
}
