import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Edge, Model } from '#model/model.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from '#views/folded.ts';
import type { HrefFor } from '#views/ref.ts';
import { byEdgeOrder, edgeWords, isTurned } from './edge-words.ts';
import { isShared } from './namespace-edges.ts';
import { objectNode } from './nodes.ts';

type Side = 'left' | 'right';

/** Boxes beyond one box, and in all. What is more is counted. */
const mostBeyond = 4;
const mostNodes = 40;

/** Joins an object with very many, so that a box of it says nothing of the way here. */
const hubs: ReadonlySet<Relation> = new Set<Relation>([
  'about',
  'address',
  'watches',
  'defines',
  'token',
  'endpoint',
  'heartbeat',
  'leads',
  'tolerates',
  'near',
  'apart',
  'spreads',
  'manages',
  'reach',
  'attaches',
]);

/** Nothing is told beyond them: all that runs meets in a Node, and who guards something does not use it. */
const ends: ReadonlySet<string> = new Set(['Node', 'Namespace']);
const guards: ReadonlySet<string> = new Set(['NetworkPolicy', 'PodDisruptionBudget']);

/** Pods of a workload are alike: what selects the first of them selects it. */
const alikePods = 2;

/** What one box of the figure is joined to, away from the middle. */
interface Beyond {
  readonly box: DiagramNode;
  readonly side: Side;
  readonly edges: readonly (Pick<Edge, 'relation' | 'path'> & { readonly other: ObjectId })[];
}

/**
 * The figure of how an object fits in, one step further: beyond what uses it what uses that, beyond what it
 * uses what that uses. What has a box already gets no second one. `undefined` where that adds nothing.
 *
 * @param near What `neighbourhood` draws.
 */
export function oneStepFurther(
  model: Model,
  id: ObjectId,
  near: Diagram,
  hrefFor: HrefFor,
): Diagram | undefined {
  const self = model.get(id);
  const drawn = new Set([id, ...near.nodes.map((box) => placeOf(box)?.id)]);
  const owned = new Set(
    near.edges.filter(({ label }) => label === edgeWords.owner.label).map(({ to }) => to),
  );
  const shared = new Set<string>();
  const all = near.nodes.flatMap((box): readonly Beyond[] => {
    const place = box.role === 'plain' && box.count === undefined ? placeOf(box) : undefined;
    // What an object owns repeats what its owner names.
    if (place === undefined || owned.has(box.id) || ends.has(kindOf(place.id))) return [];
    const edges = outward(model, place.id, place.side, shared).filter(
      ({ other }) => !drawn.has(other),
    );
    return edges.length === 0 ? [] : [{ box, side: place.side, edges }];
  });
  if (self === undefined || ends.has(kindOf(id)) || all.length === 0) return undefined;
  const { name, namespace } = self.object.metadata;
  const share = shareOf(all, mostNodes - near.nodes.length);
  const parts = all.map((beyond) => partsBeyond(model, beyond, share, namespace, hrefFor));
  const added = parts.flatMap(({ nodes }) => nodes);
  return {
    ...near,
    id: 'further',
    title: `How ${self.object.kind} ${name} fits in, one step further`,
    description: `What uses the users of ${self.object.kind} ${name}, and what is used by what it uses.`,
    caption: captionOf(added),
    omitted: [near.omitted, ...sharedSentence(shared)].filter(Boolean).join(' ') || undefined,
    complete: { label: 'All of the nearest', href: '#uses' },
    nodes: [...near.nodes, ...added],
    edges: [...near.edges, ...parts.flatMap(({ edges }) => edges)],
  };
}

function captionOf(added: readonly DiagramNode[]): string {
  const objects = added.flatMap(({ object }) => object ?? []);
  const isTwice = new Set(objects).size < objects.length;
  return [
    'Outer left: what uses the users. Outer right: what is used in turn.',
    ...(isTwice ? ['What two of them are joined to has a box with each.'] : []),
  ].join(' ');
}

/** The side and the object of a box beside the middle. */
function placeOf({ id }: DiagramNode): { readonly side: Side; readonly id: ObjectId } | undefined {
  const [, side, object] = /^(left|right) (.+)$/s.exec(id) ?? [];
  return side === undefined ? undefined : { side: side as Side, id: object as ObjectId };
}

function kindOf(id: ObjectId): string {
  return parseObjectId(id).kind;
}

function sharedSentence(shared: ReadonlySet<string>): readonly string[] {
  if (shared.size === 0) return [];
  return [`Left out beyond the nearest: ${[...shared].join(', ')}, which nearly every Pod shares.`];
}

/**
 * Lines of an object that lead away from the middle, each other end once, as a figure sorts them.
 *
 * @param shared Gets the names of what is left out because all have it.
 */
function outward(model: Model, id: ObjectId, side: Side, shared: Set<string>): Beyond['edges'] {
  const isOut = side === 'right';
  const pods = isOut ? [] : foldedOn(model, id).slice(0, alikePods);
  const found = [id, ...pods.map((pod) => pod.id)]
    .flatMap((member) => [
      ...model.edgesFrom(member).map((edge) => ({ edge, end: edge.to, isWriter: true })),
      ...model.edgesTo(member).map((edge) => ({ edge, end: edge.from, isWriter: false })),
    ])
    .flatMap(({ edge: { relation, path }, end, isWriter }) => {
      const isThisWay = (isWriter !== isTurned(relation)) === isOut;
      if (!isThisWay || hubs.has(relation) || guards.has(kindOf(end))) return [];
      if (isShared(end)) {
        shared.add(`${kindOf(end)} ${parseObjectId(end).name}`);
        return [];
      }
      const other = model.home(end);
      return other === id ? [] : [{ relation, path, other }];
    });
  const sorted = found.toSorted((a, b) => byEdgeOrder(a.relation, b.relation));
  return [...new Map(sorted.toReversed().map((one) => [one.other, one])).values()].toReversed();
}

/** How many boxes each may have, so that all of them, and words for what is more, find room. */
function shareOf(all: readonly Beyond[], room: number): number {
  for (let share = mostBeyond; share > 0; share--) {
    const sizes = all.map(({ edges: { length } }) => Math.min(length, share + 1));
    if (sizes.reduce((sum, size) => sum + size, 0) <= room) return share;
  }
  return 0;
}

function partsBeyond(
  model: Model,
  { box, side, edges }: Beyond,
  share: number,
  namespace: string | undefined,
  hrefFor: HrefFor,
): { readonly nodes: readonly DiagramNode[]; readonly edges: readonly DiagramEdge[] } {
  const line = (other: string, label: string, proof?: string): DiagramEdge => {
    const [from, to] = side === 'left' ? [other, box.id] : [box.id, other];
    return { from, to, label, evidence: 'proven', proof };
  };
  // One more takes as much room as the words that would stand for it.
  const shown = edges.slice(0, edges.length === share + 1 ? edges.length : share);
  const rest = edges.slice(shown.length);
  const [next] = rest;
  const parts = shown.map(({ relation, path, other }) => {
    const node = objectNode(model, other, hrefFor, { namespace });
    const id = `${box.id} ${other}`;
    return {
      node: { ...node, id, object: other },
      edge: line(id, edgeWords[relation].label, path),
    };
  });
  const more: DiagramNode = {
    ...box,
    id: `${box.id} more`,
    kind: '',
    label: `+${rest.length} more`,
    role: 'more',
    status: undefined,
    href: box.href === undefined ? undefined : `${box.href.replace(/#.*$/s, '')}#uses`,
  };
  const hidden = next === undefined ? [] : [more];
  return {
    nodes: [...parts.map(({ node }) => node), ...hidden],
    edges: [
      ...parts.map(({ edge }) => edge),
      ...hidden.map(({ id }) => line(id, parts.length > 0 ? 'other' : 'joined to')),
    ],
  };
}
