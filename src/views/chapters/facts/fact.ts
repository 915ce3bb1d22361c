import type { Cluster } from '#views/chapters/cluster.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';

/**
 * What a fact says of a cluster. `undefined` and `false`: the snapshot does not know, or it is not so;
 * a sentence that needs the fact is then left out. `true` and `''` are known and add no words.
 */
export type FactValue = string | Prose | readonly Prose[] | boolean | undefined;

/** Facts by the name under which chapters call them. */
export type FactTable = Readonly<Record<string, (cluster: Cluster) => FactValue>>;

/** The words of a fact; undefined when it is not known. */
export function factProse(value: FactValue): readonly Prose[] | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true || value === '') return [];
  if (typeof value === 'string') return [text(value)];
  return 'type' in value ? [value] : value;
}

/** An identifier, if there is one. */
export function codeOf(value: string | undefined): Prose | undefined {
  return value === undefined || value === '' ? undefined : code(value);
}
