import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { HrefFor } from '#views/ref.ts';
import { byEdgeOrder } from './edge-words.ts';
import { type Neighbour, neighboursOf, usesSharedBundle } from './neighbours.ts';
import { objectNode } from './nodes.ts';

/** Boxes a side: more make a figure nobody reads. The tables below it list all. */
const mostPerSide = 8;

/** The section that lists what a figure leaves out: most of what uses a Node are Pods, which have their own. */
function restHref(kind: string, side: Neighbour['side']): string {
  return kind === 'Node' && side === 'left' ? '#runs' : '#uses';
}

/**
 * How one object fits in: what uses it · the object · what it uses and owns, by relation, what is
 * missing first. `undefined` for an object that nothing refers to and that refers to nothing.
 */
export function neighbourhood(model: Model, id: ObjectId, hrefFor: HrefFor): Diagram | undefined {
  const self = model.get(id);
  if (self === undefined) return undefined;
  const all = onceEach(withoutPlainOwners(neighboursOf(model, self, hrefFor)));
  if (all.length === 0) return undefined;
  const { name, namespace } = self.object.metadata;
  const middle = objectNode(model, id, hrefFor, { namespace, role: 'self' });
  const drawn = (['left', 'right'] as const).flatMap((side) =>
    shortened(
      all.filter((neighbour) => neighbour.side === side),
      restHref(self.object.kind, side),
    ),
  );
  return {
    id: 'fits',
    title: `How ${self.object.kind} ${name} fits in`,
    description: describe(all),
    caption: `What uses ${self.object.kind} ${name}, and what it uses.`,
    ...leftOut(model, id, all, drawn),
    layout: 'columns',
    groups: [],
    nodes: [middle, ...drawn.map(({ node }) => node)],
    edges: drawn.map((neighbour) => edgeOf(neighbour, middle)),
  };
}

/** What has no box, in sentences, and the table that has it all. */
function leftOut(
  model: Model,
  id: ObjectId,
  all: readonly Neighbour[],
  drawn: readonly Neighbour[],
): Pick<Diagram, 'omitted' | 'complete'> {
  const boxes = drawn.filter(({ node }) => node.role !== 'more').length;
  const sentences = [
    ...(boxes < all.length
      ? [`Counted and not drawn: ${all.length - boxes} of ${all.length}.`]
      : []),
    ...(usesSharedBundle(model, id)
      ? ['Left out: ConfigMap kube-root-ca.crt, which every Pod mounts.']
      : []),
  ];
  if (sentences.length === 0) return {};
  return { omitted: sentences.join(' '), complete: { label: 'All of them', href: '#uses' } };
}

/**
 * Where two objects are related in another way, that says more than who owns whom: a Node owns the Pods
 * that mirror its static pods, and they run on it.
 */
function withoutPlainOwners(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  const related = new Set(
    neighbours.filter(({ relation }) => relation !== 'owner').map(({ node }) => node.id),
  );
  return neighbours.filter(({ relation, node }) => relation !== 'owner' || !related.has(node.id));
}

/** A neighbour stands once on a side, under its first relation; sorted as the figure shows them. */
function onceEach(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  const sorted = neighbours.toSorted(
    (a, b) =>
      byEdgeOrder(a.relation, b.relation) ||
      compareCodePoints(a.label, b.label) ||
      rank(a) - rank(b) ||
      compareCodePoints(a.node.kind, b.node.kind) ||
      compareCodePoints(a.node.label, b.node.label),
  );
  const seen = new Set<string>();
  return sorted.flatMap((neighbour) => {
    // The same object can stand on both sides: two boxes with ids of their own.
    const id = `${neighbour.side} ${neighbour.node.id}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...neighbour, node: { ...neighbour.node, id } }];
  });
}

function rank({ node }: Neighbour): number {
  return node.role === 'plain' ? 1 : 0;
}

/** At most eight of a side, shared fairly among its relations; each shortened one says how many more. */
function shortened(side: readonly Neighbour[], href: string): readonly Neighbour[] {
  if (side.length <= mostPerSide) return side;
  const bundles = [...Map.groupBy(side, ({ label }) => label).values()];
  const shown = bundles.slice(0, mostPerSide);
  const rest = bundles.slice(mostPerSide).flat();
  const share = shareOut(shown.map(({ length }) => length));
  return [
    ...shown.flatMap((bundle, i) => {
      const kept = bundle.slice(0, share[i]);
      return [...kept, ...moreOf(bundle.slice(kept.length), href)];
    }),
    ...moreOf(rest, href).map((more) => (rest.length === 1 ? more : { ...more, label: 'other' })),
  ];
}

/** How many of each bundle are drawn, a box at a time in turn until the side is full. */
function shareOut(sizes: readonly number[]): readonly number[] {
  const share = sizes.map(() => 0);
  let left = mostPerSide;
  while (left > 0) {
    const before = left;
    sizes.forEach((size, i) => {
      const given = share[i] ?? 0;
      if (left === 0 || given === size) return;
      share[i] = given + 1;
      left -= 1;
    });
    if (left === before) break;
  }
  return share;
}

function moreOf(hidden: readonly Neighbour[], href: string): readonly Neighbour[] {
  const [first] = hidden;
  // One takes as much room as the words that would stand for it.
  if (first === undefined || hidden.length === 1) return hidden;
  const id = `more ${first.node.id}`;
  const words = { id, kind: '', label: `+${hidden.length} more`, role: 'more' } as const;
  const node = { ...first.node, ...words, href, status: undefined };
  return [{ ...first, node, proof: undefined }];
}

function edgeOf(
  { side, node, label, evidence, proof }: Neighbour,
  middle: DiagramNode,
): DiagramEdge {
  const [from, to] = side === 'left' ? [node.id, middle.id] : [middle.id, node.id];
  return { from, to, label, evidence, proof };
}

function describe(all: readonly Neighbour[]): string {
  const names = (side: Neighbour['side']) =>
    all
      .filter((neighbour) => neighbour.side === side)
      .map(({ node }) => `${node.kind} ${node.label}`);
  const clause = (side: Neighbour['side'], words: string) => {
    const [first, ...others] = names(side);
    if (first === undefined) return [];
    return [`${words}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}.`];
  };
  return [...clause('left', 'Used by'), ...clause('right', 'Uses')].join(' ');
}
