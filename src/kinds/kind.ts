import type { KubeObject, ObjectMeta } from '#snapshot/kube-object.ts';
import type { GroupKind } from '#snapshot/object-id.ts';
import { readObject, type Schema } from './parts/schema.ts';
import { tableCell } from './parts/table-cell.ts';
import type { Reference } from './reference.ts';

/** What a kind is about; each has one colour and one group in the site's lists. */
export type Category =
  | 'workload'
  | 'network'
  | 'config'
  | 'storage'
  | 'access'
  | 'machine'
  | 'extension';

/** The state of one object at capture time, in a word kubectl uses (`Running`, `0/2 ready`, `Pending`). */
export interface Health {
  readonly state: 'ok' | 'warn' | 'bad' | 'unknown' | 'done';
  readonly word: string;
}

/** An object of one kind: what every object has, and the fields the kind's schema reads. */
export type Read<Shape> = Shape & { readonly metadata: ObjectMeta };

/** What a cell, a fact or a finding may depend on besides the object. */
export interface Context {
  /** Capture time, milliseconds since the epoch: the "now" of every age. */
  readonly now: number;
}

export type Cell<Shape> = (object: Read<Shape>, context: Context) => string;
type Fact<Shape> = (object: Read<Shape>, context: Context) => FactValue;
/** A list is shown an item a line; nothing at all leaves the fact out. */
export type FactValue = string | readonly string[] | undefined;

/** What is known of one kind, as its author writes it. See {@link defineKind}. */
export interface KindDefinition<Shape, Links = Shape> extends GroupKind {
  readonly plural: string;
  readonly shortNames?: readonly string[];
  readonly namespaced: boolean;
  readonly category: Category;
  /** Symbol in the glyph sheet, without its `g-`: `deployment`. */
  readonly glyph: string;
  /** What an object of this kind is, in one plain sentence. */
  readonly role: string;
  /** What an engineer loses when one is deleted, in one sentence. */
  readonly breaks?: string;
  /** In the category `all`, so `kubectl get all` shows it. */
  readonly inAll?: boolean;
  /** Lives as an anchor on its owner's page instead of on a page of its own (DESIGN §4). */
  readonly folded?: boolean;
  /** The fields this file reads. Built from `parts/schema.ts`, so that it never fails. */
  readonly schema: Schema<Shape>;
  /** `kubectl get`: heads as kubectl writes them before upper-casing (`Up-to-date`), in its order. */
  readonly columns: Readonly<Record<string, Cell<Shape>>>;
  /**
   * Heads of `columns` that say what controllers observed. An API server always writes the status of such a
   * kind; what has none comes of a dump that left it out, and nothing is known then.
   */
  readonly observed?: readonly string[];
  /** What `-o wide` adds, in its order (for Events it puts some of them between the others). */
  readonly wide?: Readonly<Record<string, Cell<Shape>>>;
  /** What a reader compares and the columns do not say: four to ten values. */
  readonly facts?: Readonly<Record<string, Fact<Shape>>>;
  readonly health?: (object: Read<Shape>, context: Context) => Health | undefined;
  /**
   * The fields that `references` reads, where they are few of those of `schema`: it is asked of every
   * object of a cluster at once, and reading is most of what that costs.
   */
  readonly links?: Schema<Links>;
  /** The edges that this object writes, owner references aside: those are the same for every kind. */
  readonly references?: (object: Read<Links>) => readonly Reference[];
}

/** A kind as the other layers see it: the same facts, and functions of any object. */
export interface Kind
  extends Omit<
    KindDefinition<unknown>,
    'schema' | 'columns' | 'observed' | 'wide' | 'facts' | 'health' | 'links' | 'references'
  > {
  /** Heads of `kubectl get`, NAME first; an Event's NAME is among the `wideHeads`. */
  readonly heads: readonly string[];
  /** Heads that `-o wide` adds. */
  readonly wideHeads: readonly string[];
  /** Cells under `heads`. */
  cells(object: KubeObject, context: Context): readonly string[];
  /** Cells under `wideHeads`. */
  wideCells(object: KubeObject, context: Context): readonly string[];
  facts(
    object: KubeObject,
    context: Context,
  ): readonly { label: string; value: string | readonly string[] }[];
  health(object: KubeObject, context: Context): Health | undefined;
  references(object: KubeObject): readonly Reference[];
}

/**
 * A kind, from what its file states. The schema runs once per object as long as the calls about it
 * follow each other; a field of a wrong type counts as absent, so no object can make a column throw.
 */
export function defineKind<Shape, Links = Shape>(definition: KindDefinition<Shape, Links>): Kind {
  const {
    schema,
    columns,
    observed = [],
    wide = {},
    facts = {},
    health,
    links,
    references,
    ...known
  } = definition;
  const read = rememberLast(
    (object): Read<Shape> => ({ ...readObject(schema, object), metadata: object.metadata }),
  );
  const readLinks = (object: KubeObject): Read<Links> => ({
    ...readObject(links ?? (schema as unknown as Schema<Links>), object),
    metadata: object.metadata,
  });
  const cellsOf = (of: Readonly<Record<string, Cell<Shape>>>) => {
    const cells = Object.entries(of).map(([head, cell]) => ({
      cell,
      isObserved: observed.includes(head),
    }));
    return (object: KubeObject, context: Context) => {
      const shape = read(object);
      return cells.map(({ cell, isObserved }) =>
        isObserved && lacksStatus(object) ? '<unknown>' : tableCell(cell(shape, context)),
      );
    };
  };
  return {
    ...known,
    heads: Object.keys(columns).map((head) => head.toUpperCase()),
    wideHeads: Object.keys(wide).map((head) => head.toUpperCase()),
    cells: cellsOf(columns),
    wideCells: cellsOf(wide),
    facts: (object, context) => {
      const shape = read(object);
      return Object.entries(facts).flatMap(([label, fact]) => {
        const value = fact(shape, context);
        return value === undefined || value.length === 0 ? [] : [{ label, value }];
      });
    },
    health: rememberEach((object, context) => health?.(read(object), context)),
    references: (object) => references?.(readLinks(object)) ?? [],
  };
}

/** Whether an object was captured without what its controllers observed, as of a dump of manifests. */
export function lacksStatus(object: KubeObject): boolean {
  return object['status'] === undefined;
}

type HealthOf = (object: KubeObject, context: Context) => Health | undefined;

// Every page that names an object may show its state.
function rememberEach(healthOf: HealthOf): HealthOf {
  const known = new WeakMap<
    KubeObject,
    { readonly of: Context; readonly health: Health | undefined }
  >();
  return (object, context) => {
    const last = known.get(object);
    if (last?.of === context) return last.health;
    const health = healthOf(object, context);
    known.set(object, { of: context, health });
    return health;
  };
}

// A page asks for the cells, the facts and the state of one object in turn, and reading it is the
// costly part. More than the last one is not kept: it would double the memory of a snapshot.
function rememberLast<Result>(read: (object: KubeObject) => Result): typeof read {
  let last: { readonly object: KubeObject; readonly result: Result } | undefined;
  return (object) => {
    if (last?.object !== object) last = { object, result: read(object) };
    return last.result;
  };
}
