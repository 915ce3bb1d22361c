import { contentError } from '#markdown/place.ts';
import type { Condition } from '#markdown/vocabulary.ts';
import type { Cluster } from './cluster.ts';
import { factNames, isFact, lookUp } from './facts/facts.ts';
import type { Prose } from './prose.ts';

/** What resolving a chapter may look at. */
export interface Scope {
  readonly cluster: Cluster;
  readonly file: string;
  /** Number and slug of every chapter, for links between them. */
  readonly chapters: readonly { readonly slug: string }[];
  /** The number of the next note: 1, 2, 3 … */
  readonly nextNote: () => number;
  /**
   * Numbers of the notes on how something is known, by their words: the same is written once. 0 stands for
   * one below a figure or a table, without a number. Where this is absent, no such notes are made.
   */
  readonly notes?: Map<string, number>;
}

/** The words of a fact; undefined when the snapshot does not know it. */
export function factNamed(scope: Scope, name: string, line: number): readonly Prose[] | undefined {
  if (!isFact(name)) {
    const [family = ''] = name.split('.');
    const near = factNames().filter((known) => known.startsWith(family));
    throw contentError(
      { file: scope.file, line },
      `there is no fact "${name}".`,
      `Known: ${(near.length > 0 ? near : factNames()).join(', ')}.`,
    );
  }
  return lookUp(name, scope.cluster);
}

/** Whether a condition of a chapter holds for the cluster. */
export function holds(
  scope: Scope,
  { has, lacks, since, before }: Condition,
  line: number,
): boolean {
  const isKnown = (name: string) => factNamed(scope, name, line) !== undefined;
  const { minor } = scope.cluster;
  const minorIn = (version: string) => Number(version.slice(2));
  return (
    has.every(isKnown) &&
    !lacks.some(isKnown) &&
    (since === undefined || (minor !== undefined && minor >= minorIn(since))) &&
    (before === undefined || (minor !== undefined && minor < minorIn(before)))
  );
}
