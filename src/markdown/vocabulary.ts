/**
 * The directives a chapter may use, each with its attributes. `content/walkthrough/README.md` explains
 * them to authors; a test holds the two together.
 */
import { z } from 'zod';
import type { Inline } from './tree.ts';

/** `"a b"` → `['a', 'b']`. */
const names = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''));

/** `{wide}` or `{wide=""}` is true. */
const flag = z
  .string()
  .optional()
  .transform((text) => text !== undefined && text !== 'false');

const version = z
  .string()
  .regex(/^1\.\d+$/, 'must be a Kubernetes minor version such as "1.32"')
  .optional();

const word = z.string().min(1);

/** When a chapter or a block applies: every part that is given must hold. */
export const condition = {
  /** Facts that must all be known (and, for yes-or-no facts, true). */
  has: names,
  /** Facts of which none may be known. */
  lacks: names,
  /** Oldest Kubernetes minor version. Never holds when the version is not known. */
  since: version,
  /** First Kubernetes minor version it does not hold for. Never holds when the version is not known. */
  before: version,
};
/** Attributes of a `when`, and of a chapter's front matter. */
export const Condition = z.strictObject(condition);
export type Condition = z.infer<typeof Condition>;

/** Inside a sentence: `:name[label]{attributes}`. */
export const inlineDirectives = {
  /** A fact of this cluster, by its name: `:value[etcd.data-dir]`. */
  value: { label: 'name', attributes: z.strictObject({}) },
  /** A link to an object: `:ref[the Service]{kind="services" namespace="default" name="kubernetes"}`. */
  ref: {
    label: 'text',
    attributes: z.strictObject({ kind: word, namespace: word.optional(), name: word }),
  },
  /** A field of an object: `:field[spec.replicas]{kind="deployments.apps" namespace="shop" name="web"}`. */
  field: {
    label: 'path',
    attributes: z.strictObject({ kind: word, namespace: word.optional(), name: word }),
  },
  /** How we know: a note in the margin, marked where it stands. One in a paragraph. */
  note: { label: 'text', attributes: z.strictObject({}) },
  /** `:certainty[proven]` or `:certainty[typical]`. */
  certainty: { label: 'name', attributes: z.strictObject({}) },
} as const;

/** Where a part of a Mermaid figure leads: what a fact links to, a chapter, or an object. */
const hrefTarget = z.strictObject({
  /** A fact that is a link; the author writes it between brackets. */
  fact: word.optional(),
  /** Slug of a chapter. */
  chapter: word.optional(),
  /** Plural, with the group where it has one. */
  kind: word.optional(),
  namespace: word.optional(),
  name: word.optional(),
});
export type HrefTarget = Readonly<z.infer<typeof hrefTarget>>;

/** Inside a Mermaid block, where Markdown does not reach: `:value[name]`, `:href[fact]`. */
export const mermaidDirectives = {
  /** A fact of this cluster, for a label. */
  value: z.strictObject({}),
  /** An address between quotes, for `click`. */
  href: hrefTarget,
} as const;

/** A block of its own: `::name{attributes}`. */
export const leafDirectives = {
  /** Objects as `kubectl get` prints them. */
  table: z.strictObject({
    /** Plural, with the group where it has one: `pods`, `storageclasses.storage.k8s.io`. */
    kind: word,
    /** All namespaces when absent. */
    namespace: word.optional(),
    /** A name, with `*` for any text. */
    name: word.optional(),
    /** As for kubectl: `component=etcd`. */
    selector: word.optional(),
    /** Pods of a component of the catalogue: `coredns`. Goes with kind pods, without a selector. */
    component: word.optional(),
    /** Rows to show before the rest is counted. */
    limit: z.coerce.number().int().positive().default(20),
    wide: flag,
  }),
  /** A namespace as `kubectl get all` prints it. */
  'get-all': z.strictObject({ namespace: word }),
  /** An object as `kubectl describe` prints it; of a Service each line is explained. */
  describe: z
    .strictObject({
      /** Name of a Service; else `kind` and `name`. */
      service: word.optional(),
      /** Plural, with the group where it has one: `deployments.apps`. */
      kind: word.optional(),
      name: word.optional(),
      namespace: word.optional(),
    })
    .refine(
      ({ service, kind, name, namespace }) =>
        service === undefined
          ? kind !== undefined && name !== undefined
          : kind === undefined && name === undefined && namespace !== undefined,
      'needs service and namespace, or kind and name',
    ),
  /** The command line of a component, each flag explained. */
  flags: z.strictObject({ component: word }),
  /** One key of a ConfigMap as text, each line explained that the catalogue knows. */
  config: z.strictObject({ name: word, namespace: word.default('kube-system'), key: word }),
  /** A component of the catalogue: what runs as it, and what it does. */
  component: z.strictObject({ id: word }),
  /** A diagram of this cluster. */
  figure: z.strictObject({ name: word }),
  /** A block that a view of this name computes. */
  view: z.strictObject({ name: word }),
} as const;

/** Around blocks: `:::name{attributes}` … `:::`. */
export const containerDirectives = {
  /** The first of its paragraphs that the snapshot can fill is the chapter's first sentence. */
  lead: z.strictObject({}),
  /** Its blocks, if the condition holds. */
  when: Condition,
  /** Directly after a `when`: the blocks for when it does not hold. */
  otherwise: z.strictObject({}),
  /** The box for what this snapshot cannot show, with the reason. */
  hidden: z.strictObject({
    title: word.default('Not visible here'),
    /** No snapshot of any cluster shows it, so it is no gap in this one. */
    always: flag,
  }),
} as const;

/** Name of a block directive: `table`, `flags`. */
export type LeafName = keyof typeof leafDirectives;

/** An inline directive as it stands in the tree. */
export type InlineDirective =
  | { readonly type: 'value'; readonly name: string; readonly line: number }
  | {
      readonly type: 'ref';
      readonly kind: string;
      readonly namespace?: string | undefined;
      readonly name: string;
      /** The name of the object when empty. */
      readonly children: readonly Inline[];
      readonly line: number;
    }
  | {
      readonly type: 'field';
      readonly path: string;
      readonly kind: string;
      readonly namespace?: string | undefined;
      readonly name: string;
      readonly line: number;
    }
  | { readonly type: 'note'; readonly children: readonly Inline[]; readonly line: number }
  | { readonly type: 'certainty'; readonly degree: 'proven' | 'typical'; readonly line: number };

/** A leaf directive as it stands in the tree: its name as `type`, and its attributes. */
export type BlockDirective = {
  [Name in LeafName]: {
    readonly type: Name;
    readonly line: number;
  } & Readonly<z.infer<(typeof leafDirectives)[Name]>>;
}[LeafName];
