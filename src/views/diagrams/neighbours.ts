import type { DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import { sharedStatus } from '#diagrams/merge-nodes.ts';
import type { Relation } from '#kinds/reference.ts';
import type { Dangling, Entry, Model } from '#model/model.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from '#views/folded.ts';
import { pluralKind } from '#views/kind-name.ts';
import type { HrefFor } from '#views/ref.ts';
import { type RelationLine, relationsOf } from '#views/relations.ts';
import { absentNode } from './absent-node.ts';
import { edgeWords, isTurned } from './edge-words.ts';
import { objectNode } from './nodes.ts';

/** An object next to the one of the page, and the edge between them. */
export interface Neighbour {
  readonly side: 'left' | 'right';
  readonly relation: Relation;
  readonly node: DiagramNode;
  readonly label: string;
  readonly evidence: DiagramEdge['evidence'];
  readonly proof?: string | undefined;
}

/** More folded objects of one kind than this become one box. */
const mostFolded = 2;

/** Every Pod mounts it, so it says nothing about any of them. */
const sharedBundle = 'kube-root-ca.crt';

/** Whether an object mounts what every Pod does, and the figure leaves it out. */
export function usesSharedBundle(model: Model, id: ObjectId): boolean {
  return relationsOf(model, id).uses.some(isOfSharedBundle);
}

function isOfSharedBundle({ relation, other }: RelationLine): boolean {
  return relation === 'mounts' && parseObjectId(other).name === sharedBundle;
}

/** All neighbours of an object, those of the objects folded into it included, in no particular order. */
export function neighboursOf(model: Model, self: Entry, hrefFor: HrefFor): readonly Neighbour[] {
  const { uses, usedBy } = relationsOf(model, self.id);
  const family = [self.id, ...foldedOn(model, self.id).map(({ id }) => id)];
  return [
    ...uses.flatMap((line) => told(model, self, line, false, hrefFor)),
    ...usedBy.flatMap((line) => told(model, self, line, true, hrefFor)),
    ...foldedNeighbours(model, self, hrefFor),
    ...family
      .flatMap((id) => model.danglingFrom(id))
      .map((one) => absent(model, self, one, hrefFor)),
  ];
}

function told(
  model: Model,
  self: Entry,
  line: RelationLine,
  isUser: boolean,
  hrefFor: HrefFor,
): readonly Neighbour[] {
  const { relation, other, path, through } = line;
  // Events are listed on the page; a figure of them would show nothing else.
  if (relation === 'about' || (isOfSharedBundle(line) && !isUser)) return [];
  const { namespace } = self.object.metadata;
  const throughPod = through !== undefined && parseObjectId(through).kind === 'Pod';
  const words = edgeWords[relation].label;
  return [
    {
      side: isUser === isTurnedLine(self, line, isUser) ? 'right' : 'left',
      relation,
      node: objectNode(model, other, hrefFor, { namespace }),
      label: relation === 'selects' && isUser && throughPod ? 'selects pods' : words,
      evidence: 'proven',
      proof: path,
    },
  ];
}

// Volume and claim name each other. One line is enough, from the claim to the volume.
function isTurnedLine(self: Entry, { relation, other }: RelationLine, isUser: boolean): boolean {
  const writer = isUser ? parseObjectId(other).kind : self.object.kind;
  return isTurned(relation) || (relation === 'bound' && writer === 'PersistentVolume');
}

/** What the object made or gathers: each kind of it a few boxes, or one that says how many. */
function foldedNeighbours(model: Model, self: Entry, hrefFor: HrefFor): readonly Neighbour[] {
  const direct = foldedOn(model, self.id).flatMap((entry) => {
    const edges = model
      .edgesFrom(entry.id)
      .filter(({ to, relation }) => to === self.id && isTurned(relation));
    const edge = edges.find(({ relation }) => relation !== 'owner') ?? edges[0];
    return edge === undefined ? [] : [{ entry, edge }];
  });
  const kinds = Map.groupBy(direct, ({ entry, edge }) => `${entry.object.kind} ${edge.relation}`);
  return [...kinds.values()].flatMap((made): readonly Neighbour[] => {
    const boxes = made.map(
      ({ entry, edge }): Neighbour => ({
        side: 'right',
        relation: edge.relation,
        node: objectNode(model, entry.id, hrefFor, { namespace: self.object.metadata.namespace }),
        label: edgeWords[edge.relation].label,
        evidence: 'proven',
        proof: edge.path,
      }),
    );
    const [first] = boxes;
    const [example] = made;
    if (first === undefined || example === undefined || made.length <= mostFolded) return boxes;
    const { kind, resource } = example.entry;
    const label = `${made.length} ${pluralKind(kind.kind, resource.plural)}`;
    const status = sharedStatus(boxes.map(({ node }) => node));
    const node = { ...first.node, label, count: made.length, href: undefined, status };
    return [{ ...first, node }];
  });
}

/** What the object names and the snapshot does not hold. */
function absent(model: Model, self: Entry, dangling: Dangling, hrefFor: HrefFor): Neighbour {
  const { reference, reason } = dangling;
  return {
    side: isTurned(reference.relation) ? 'left' : 'right',
    relation: reference.relation,
    node: absentNode(model, dangling, hrefFor, self.object.metadata.namespace),
    label: edgeWords[reference.relation].label,
    evidence: reason === 'not-captured' ? 'unseen' : 'proven',
    proof: reference.path,
  };
}
