import type { Entry } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import {
  type Captured,
  capturedOf,
  kindNamed,
  resourceNamed,
  typeNamed,
} from '#views/chapters/coverage.ts';
import { code, enumerate, marked, type Prose, proseText, text } from '#views/chapters/prose.ts';
import { linkTo } from '#views/chapters/wording.ts';
import { pluralKind } from '#views/kind-name.ts';

/** A list of the snapshot that a fact was read from. */
export interface ListProof {
  /** `Nodes`, a link where there are any; with its namespace if it is one of one. */
  readonly words: readonly Prose[];
  readonly captured: Captured;
}

/** What proves a fact: a sentence, or lists that stand in one sentence with those of other facts. */
export type Proof = readonly Prose[] | { readonly lists: readonly ListProof[] };

/** How a fact is known; undefined where nothing has to be said. */
export type Evidence = (cluster: Cluster) => Proof | undefined;

/** `spec.clusterIPs` of Service `kubernetes`: a field, and a link to the object that has it. */
export function field(
  cluster: Cluster,
  path: string,
  entry: Entry | undefined,
): readonly Prose[] | undefined {
  if (entry === undefined) return undefined;
  const kind = entry.object.kind;
  return [code(path), text(` of ${kind} `), linkTo(cluster, entry), text('.')];
}

/** A flag on the command line of a pod. */
export function flagIn(
  cluster: Cluster,
  flag: string,
  pod: Entry | undefined,
): readonly Prose[] | undefined {
  if (pod === undefined) return undefined;
  return [text('The flag '), code(`--${flag}`), text(' of pod '), linkTo(cluster, pod), text('.')];
}

/**
 * The list of a resource, with a link to it, and whether all of it was read: only that proves that
 * something is not there. In one namespace if one is given.
 */
export function listRead(cluster: Cluster, name: string, namespace?: string): Proof | undefined {
  const type = typeNamed(cluster, name);
  if (type === undefined) return undefined;
  const words = pluralKind(type.kind, type.plural);
  const where = namespace === undefined ? [] : [text(' of '), code(namespace)];
  return {
    lists: [
      {
        words: [listLink(cluster, name, words), ...where],
        captured: capturedOf(cluster, name, namespace),
      },
    ],
  };
}

/** Several lists that a fact was read from. */
export function lists(...names: readonly string[]): Evidence {
  return (cluster) => ({
    lists: names.flatMap((name) => {
      const proof = listRead(cluster, name);
      return proof !== undefined && 'lists' in proof ? proof.lists : [];
    }),
  });
}

/** Lists as sentences: what was read in full, in part, and not at all. */
export function listSentences(proofs: readonly ListProof[]): readonly (readonly Prose[])[] {
  const seen = new Map(proofs.map((proof) => [proofText(proof), proof]));
  const of = (captured: Captured) =>
    [...seen.values()].filter((proof) => proof.captured === captured).map(({ words }) => words);
  const [full, part, none] = [of('complete'), of('partial'), of('not-captured')];
  const sentences: readonly (readonly Prose[])[] = [
    full.length === 0
      ? []
      : [
          text(full.length === 1 ? 'The list of ' : 'The lists of '),
          ...enumerate(full),
          text(full.length === 1 ? ' was read in full.' : ' were read in full.'),
        ],
    part.length === 0
      ? []
      : [
          text('From the '),
          ...enumerate(part),
          text(' that this snapshot holds; others may exist.'),
        ],
    none.length === 0
      ? []
      : [text('This snapshot has no list of '), ...enumerate(none, 'or'), text('.')],
  ];
  return sentences.filter((sentence) => sentence.length > 0);
}

function proofText({ words }: ListProof): string {
  return proseText(words);
}

function listLink(cluster: Cluster, name: string, words: string): Prose {
  const kind = kindNamed(cluster, name);
  const line = resourceNamed(cluster.model, name);
  const isEmpty = kind === undefined || cluster.model.ofKind(kind).length === 0;
  if (isEmpty || line === undefined) return text(words);
  const [first] = cluster.model.ofKind(kind);
  const key = resourceKey(first?.resource ?? line);
  return { type: 'link', href: cluster.links.kind(key), children: [text(words)] };
}

/** The strongest mark of the distribution. */
export function madeBy({ maker, links }: Cluster): readonly Prose[] | undefined {
  const [first] = maker?.evidence ?? [];
  if (maker === undefined || first === undefined) return undefined;
  const words = marked(first.text);
  const proof: readonly Prose[] =
    first.object === undefined
      ? words
      : [{ type: 'link', href: links.object(first.object), children: words }];
  return [text(`It is ${maker.name}: the snapshot shows `), ...proof, text('.')];
}

/** Nothing has to be proven: general knowledge, or words that say themselves how they are known. */
export const noClaim: Evidence = () => undefined;
