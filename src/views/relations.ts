import { relations } from '#kinds/reference.ts';
import type { Edge, Model } from '#model/model.ts';
import { notedWork } from '#model/reads.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { foldedOn } from './folded.ts';

/** One thing that an object uses, or that uses it, as its page tells it. */
export interface RelationLine {
  /** The other end, on whose page it is read: a Pod's Deployment instead of the Pod. */
  readonly other: ObjectId;
  readonly relation: Edge['relation'];
  /** Read from the page's object: `mounts`, `mounted by`. */
  readonly verb: string;
  readonly detail?: string | undefined;
  /** Field that says so, in the object that writes it. */
  readonly path: string;
  /** Whether the page's object, or one folded into it, writes the field. */
  readonly isUse: boolean;
  /** Whether the page's own object writes the field, so that its YAML shows it. */
  readonly isOwnField: boolean;
  /** The folded object of the page that the relation runs through, if any: the first of its Pods. */
  readonly through?: ObjectId | undefined;
  /** How many folded objects of the page it runs through. */
  readonly times: number;
  /** Whether either end is a folded object, told only where the objects themselves do not say it. */
  readonly isFolded: boolean;
}

export interface Relations {
  /** What the object refers to. */
  readonly uses: readonly RelationLine[];
  /** What refers to the object. */
  readonly usedBy: readonly RelationLine[];
}

type Direction = 'uses' | 'usedBy';

/**
 * Relations of an object together with those of the objects folded into it, told once: what a
 * Deployment's template says is not repeated for each of its Pods, and what lies between an object and
 * its folded ones is left out, since the page shows those as what it made.
 */
export function relationsOf(model: Model, id: ObjectId): Relations {
  const last = lastTold.get(model);
  if (last?.id === id && last.work === notedWork()) return last.relations;
  const family = [id, ...foldedOn(model, id).map((entry) => entry.id)];
  const relations = {
    uses: collect(model, family, 'uses'),
    usedBy: collect(model, family, 'usedBy'),
  };
  lastTold.set(model, { id, relations, work: notedWork() });
  return relations;
}

// The tables of a page ask in turn with its figure.
interface Told {
  readonly id: ObjectId;
  readonly relations: Relations;
  readonly work: object | undefined;
}
const lastTold = new WeakMap<Model, Told>();

/** @param family The object, then those folded into it. */
function collect(
  model: Model,
  family: readonly ObjectId[],
  direction: Direction,
): readonly RelationLine[] {
  const [id] = family;
  const members = new Set(family);
  const lines = family.flatMap((member) => {
    const edges = direction === 'uses' ? model.edgesFrom(member) : model.edgesTo(member);
    const through = member === id ? undefined : member;
    return edges.map((edge) => lineOf(model, edge, direction, through));
  });
  const outside = lines.filter((line) => !members.has(line.other) && !isInjected(line));
  const plain = outside.filter(({ isFolded }) => !isFolded);
  const told = new Set(plain.map(tellingOf));
  const folded = outside.filter((line) => line.isFolded && !told.has(tellingOf(line)));
  return withoutEchoes([...plain, ...firstOfEach(folded)]);
}

/**
 * Whether a folded Pod refers through the volume that the API server adds to every Pod: the token of
 * its ServiceAccount and the certificate of the API server. The workload's template does not say so.
 */
function isInjected({ through, path }: RelationLine): boolean {
  return through !== undefined && path.startsWith('spec.volumes[name=kube-api-access-');
}

/** Relations that only follow from another one between the same two objects. */
const echoes: Readonly<Partial<Record<Edge['relation'], Edge['relation']>>> = {
  // A Service selects what its EndpointSlices list, and a Pod gets a token of whom it runs as.
  endpoint: 'selects',
  token: 'identity',
};

function withoutEchoes(lines: readonly RelationLine[]): readonly RelationLine[] {
  const told = new Set(lines.map(tellingOf));
  return lines.filter(({ relation, other }) => {
    const cause = echoes[relation];
    return cause === undefined || !told.has(`${cause} ${other}`);
  });
}

function tellingOf({ relation, other }: RelationLine): string {
  return `${relation} ${other}`;
}

function firstOfEach(lines: readonly RelationLine[]): readonly RelationLine[] {
  return [...Map.groupBy(lines, tellingOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const times = new Set(same.map(({ through }) => through)).size;
    return [{ ...first, times: first.through === undefined ? 0 : times }];
  });
}

function lineOf(
  model: Model,
  { relation, from, to, detail, path }: Edge,
  direction: Direction,
  through: ObjectId | undefined,
): RelationLine {
  const words = relations[relation];
  const end = direction === 'uses' ? to : from;
  const other = model.home(end);
  return {
    other,
    relation,
    verb: direction === 'uses' ? words.forward : words.back,
    detail,
    path,
    isUse: direction === 'uses',
    isOwnField: direction === 'uses' && through === undefined,
    through,
    times: through === undefined ? 0 : 1,
    isFolded: through !== undefined || other !== end,
  };
}
