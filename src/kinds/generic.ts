import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import type { Resource } from '#snapshot/manifest.ts';
import { currentGroup } from '#snapshot/object-id.ts';
import { type Context, defineKind, type Kind } from './kind.ts';
import { conditionHealth, conditionLine, conditions } from './parts/condition.ts';
import { guessedReferences } from './parts/guessed-references.ts';
import { printerCell } from './parts/printer-column.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';
import { tableCell } from './parts/table-cell.ts';
import type { Reference } from './reference.ts';

const printerColumns = list(
  // JSONPath is how apiextensions.k8s.io/v1beta1 spells it.
  part({ name: text, type: text, jsonPath: text, JSONPath: text, priority: number }),
);

const Definition = part({
  spec: part({
    versions: list(
      part({
        name: text,
        additionalPrinterColumns: printerColumns,
        schema: part({ openAPIV3Schema: part({ description: text }) }),
      }),
    ),
    // apiextensions.k8s.io/v1beta1: one set for all versions.
    additionalPrinterColumns: printerColumns,
    validation: part({ openAPIV3Schema: part({ description: text }) }),
  }),
});

/**
 * The kind of every object that has no file of its own: custom resources, and built-in kinds nobody
 * wrote about yet. Columns are those of the custom resource's definition in the version that was read,
 * or NAME and AGE; references are what the names of its fields let one guess.
 *
 * @param definition The CustomResourceDefinition of the resource, when the snapshot holds it.
 */
export function genericKind(resource: Resource, definition?: KubeObject): Kind {
  const { columns, description } = versionOf(resource, definition);
  const plain = columns.filter(({ priority }) => priority === 0);
  const wide = columns.filter(({ priority }) => priority > 0);
  const base = defineKind({
    group: currentGroup(resource.group, resource.kind),
    kind: resource.kind,
    plural: resource.plural,
    shortNames: resource.shortNames,
    namespaced: resource.namespaced,
    category: 'extension',
    glyph: 'crd',
    role: firstSentence(description) ?? roleOf(resource, definition !== undefined),
    inAll: resource.categories.includes('all'),
    schema: Reported,
    columns: {},
    facts: { Conditions: ({ status }) => status?.conditions.map(conditionLine) },
    // The two types by which most controllers say that an object works.
    health: ({ status }) =>
      conditionHealth(status?.conditions, 'Ready') ??
      conditionHealth(status?.conditions, 'Available'),
  });
  // Not through `columns`: two printer columns may have one name, and a name may look like a number.
  return {
    ...base,
    heads: ['NAME', ...plain.map(({ head }) => head)],
    wideHeads: wide.map(({ head }) => head),
    cells: (object, context) => [object.metadata.name, ...cellsOf(plain, object, context)],
    wideCells: (object, context) => cellsOf(wide, object, context),
    references: guessedReferences,
  };
}

/**
 * A kind that has a file and yet comes from a definition (those of the Gateway API): the columns are those
 * of the definition in the snapshot, since versions differ in them.
 */
export function definedKind(known: Kind, resource: Resource, definition: KubeObject): Kind {
  const { heads, wideHeads, cells, wideCells } = genericKind(resource, definition);
  return { ...known, heads, wideHeads, cells, wideCells };
}

const Reported = part({ status: part({ conditions }) });

interface Column {
  readonly head: string;
  readonly priority: number;
  readonly cell: (object: unknown, now: number) => string;
}

// What an API server adds when a definition names no column at all.
const ageColumn = columnOf({
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
});

function versionOf({ version }: Resource, definition: KubeObject | undefined) {
  const spec = Definition.read(definition)?.spec;
  const served = spec?.versions.find(({ name }) => name === version);
  const own = served?.additionalPrinterColumns ?? [];
  const written = own.length > 0 ? own : (spec?.additionalPrinterColumns ?? []);
  const schema = served?.schema ?? spec?.validation;
  return {
    columns: written.length === 0 ? [ageColumn] : written.map(columnOf),
    description: schema?.openAPIV3Schema?.description,
  };
}

function columnOf(written: Infer<typeof printerColumns>[number]): Column {
  const { name = '', type = '', jsonPath, JSONPath, priority = 0 } = written;
  return {
    head: name.toUpperCase(),
    priority,
    cell: printerCell({ type, jsonPath: jsonPath ?? JSONPath ?? '' }),
  };
}

function cellsOf(columns: readonly Column[], object: KubeObject, { now }: Context): string[] {
  return columns.map(({ cell }) => tableCell(cell(object, now)));
}

function roleOf({ kind, group }: Resource, custom: boolean): string {
  const home = group === '' ? 'the core API group' : `group ${group}`;
  return custom ? `A custom resource of ${home}.` : `An object of kind ${kind} in ${home}.`;
}

const longestRole = 240;

/** The first sentence of a description in a CRD's schema, as plain text. */
function firstSentence(description: string | undefined): string | undefined {
  const words = description?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (words === '') return undefined;
  const end = words.search(/[.!?] [A-Z]/);
  const sentence = end === -1 ? words : words.slice(0, end + 1);
  if (sentence.length > longestRole) return `${sentence.slice(0, longestRole - 1).trimEnd()}…`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * The owners of an object, which every kind writes in the same place; `detail` tells the controller.
 *
 * An owner reference has no namespace: the owner is in the namespace of the object, which is what the
 * target says, or cluster-scoped. Lists are keyed by name, since uids differ from cluster to cluster.
 */
export function ownerReferences({ metadata }: KubeObject): readonly Reference[] {
  return (metadata.ownerReferences ?? []).map(({ apiVersion, kind, name, uid, controller }) => ({
    relation: 'owner',
    path: `metadata.ownerReferences[name=${name}].name`,
    to: {
      by: 'name',
      group: currentGroup(groupOf(apiVersion), kind),
      kind,
      namespace: metadata.namespace,
      name,
      uid,
    },
    detail: controller === true ? 'controller' : undefined,
  }));
}
