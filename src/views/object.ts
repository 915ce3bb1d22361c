import type { Diagram } from '#diagrams/diagram.ts';
import type { Health } from '#kinds/kind.ts';
import { relations } from '#kinds/reference.ts';
import type { Dangling, Entry, Model } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type ConditionRow, conditionsOf } from './conditions.ts';
import { type DataFile, dataFilesOf } from './data-files.ts';
import { neighbourhood } from './diagrams/neighbourhood.ts';
import { anchorOf, foldedOn, foldedPerPage } from './folded.ts';
import { pluralKind } from './kind-name.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { Links } from './links.ts';
import type { Ref } from './ref.ts';
import { refTo } from './refs.ts';
import { type RelationLine, relationsOf } from './relations.ts';
import { kubectlTable } from './table-of.ts';
import { readableObject, type YamlDocument, yamlDocument } from './yaml.ts';
import { lineOf } from './yaml-line-of.ts';

/** One row of "Uses" or "Used by". */
export interface RelationRow {
  readonly to: Ref;
  /** `mounts`, `selected by`. */
  readonly verb: string;
  readonly detail?: string | undefined;
  readonly path: string;
  /** Line of the page's own YAML that holds the field. */
  readonly line?: number | undefined;
  /** The folded object through which it relates: a Pod of this Deployment. */
  readonly through?: Ref | undefined;
}

/** Something that the object names and the snapshot does not hold. */
export interface MissingRow {
  readonly reason: Dangling['reason'];
  /** What was looked for: `Secret shop/tls`, `Pods with app=web`. */
  readonly target: string;
  readonly verb: string;
  readonly path: string;
  readonly line?: number | undefined;
}

/** Objects of one folded kind that this page shows in place of pages of their own. */
export interface MadeTable {
  /** `ReplicaSets` */
  readonly label: string;
  readonly table: KubectlTable;
}

/** What a page of an object shows, as plain data. */
export interface ObjectView {
  readonly kind: string;
  readonly name: string;
  readonly category: Entry['kind']['category'];
  readonly glyph: string;
  readonly health?: Health | undefined;
  /** What such an object is, in a sentence. */
  readonly role: string;
  /** Who loses what if it goes. */
  readonly breaks?: string | undefined;
  /** Controller owner, its owner and so on, nearest first. */
  readonly owners: readonly Ref[];
  /** Its row as `kubectl get -o wide` prints it. */
  readonly row: KubectlTable;
  readonly facts: readonly { readonly label: string; readonly value: string | readonly string[] }[];
  /** How it fits in; absent when nothing relates to it. */
  readonly diagram?: Diagram | undefined;
  readonly uses: readonly RelationRow[];
  readonly usedBy: readonly RelationRow[];
  readonly missing: readonly MissingRow[];
  readonly made: readonly MadeTable[];
  /** Folded objects on other pages of this object, if any: `{ shown: '1–200', total: 431 }`. */
  readonly part?:
    | { readonly page: number; readonly pages: number; readonly total: number }
    | undefined;
  /** Text that the object holds, file by file. */
  readonly files: readonly DataFile[];
  readonly conditions: readonly ConditionRow[];
  readonly events?: KubectlTable | undefined;
  readonly yaml: {
    readonly document: YamlDocument;
    readonly omitted: readonly string[];
    readonly command: string;
  };
}

/** What an object's page is made from. */
export interface ObjectViewInput {
  readonly model: Model;
  readonly links: Links;
  /** The object the page is about. */
  readonly entry: Entry;
  /** Counts from 1; later pages show the next of many folded objects (`folded.ts`). */
  readonly page: number;
}

/** A page of an object. */
export function objectView({ model, links, entry, page }: ObjectViewInput): ObjectView {
  const { id, object, kind } = entry;
  const readable = readableObject(object);
  const document = yamlDocument(readable.object);
  const line = (path: string) => lineOf(document, readable.object, path);
  const { uses, usedBy } = relationsOf(model, id);
  const toRow = (each: RelationLine): RelationRow => ({
    to: refTo(model, each.other, links.object),
    verb: each.verb,
    detail: each.detail,
    path: each.path,
    line: each.isOwnField ? line(each.path) : undefined,
    through: each.through && refTo(model, each.through, links.object),
  });
  const get = `kubectl get ${commandTarget(entry)}`;
  const fold = foldedOn(model, id);
  return {
    kind: object.kind,
    name: object.metadata.name,
    category: kind.category,
    glyph: kind.glyph,
    health: kind.health(object, model.context),
    role: kind.role,
    breaks: kind.breaks,
    owners: model.ownerChain(id).map((owner) => refTo(model, owner.id, links.object)),
    row: kubectlTable(model, [entry], { command: `${get} -o wide`, wide: true }, links.object),
    facts: kind.facts(object, model.context),
    diagram: neighbourhood(model, id, links.object),
    uses: uses.filter(({ relation }) => relation !== 'owner').map(toRow),
    usedBy: usedBy.filter(({ relation }) => relation !== 'about').map(toRow),
    missing: missingRows(model, id, line),
    made: madeTables(
      model,
      links,
      entry,
      fold.slice((page - 1) * foldedPerPage, page * foldedPerPage),
    ),
    part:
      fold.length > foldedPerPage
        ? { page, pages: Math.ceil(fold.length / foldedPerPage), total: fold.length }
        : undefined,
    files: dataFilesOf(object),
    conditions: conditionsOf(object),
    events: eventTable(model, links, id),
    yaml: { document, omitted: readable.omitted, command: `${get} -o yaml` },
  };
}

/** `deployment.apps coredns -n kube-system`; no group where kubectl needs none. */
function commandTarget({ object, resource }: Entry): string {
  const { name, namespace } = object.metadata;
  const isBuiltIn = resource.group === '' || resource.group.endsWith('.k8s.io');
  const type = resource.singular || resource.plural;
  const kind = isBuiltIn || !resource.group.includes('.') ? type : resourceKey(resource);
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${name} -n ${namespace}`;
}

function missingRows(
  model: Model,
  id: ObjectId,
  line: (path: string) => number | undefined,
): readonly MissingRow[] {
  return model.danglingFrom(id).map(({ reason, reference }) => ({
    reason,
    target: targetText(reference.to),
    verb: relations[reference.relation].forward,
    path: reference.path,
    line: line(reference.path),
  }));
}

function targetText(to: Dangling['reference']['to']): string {
  if (to.by === 'name') {
    return to.namespace === undefined
      ? `${to.kind} ${to.name}`
      : `${to.kind} ${to.namespace}/${to.name}`;
  }
  const labels = Object.entries(to.selector.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const terms = (to.selector.matchExpressions ?? []).map(({ key, operator, values = [] }) =>
    [key, operator, values.join(', ')].filter(Boolean).join(' '),
  );
  const where = [...labels, ...terms].join(', ');
  return where === '' ? `any ${to.kind}` : `a ${to.kind} with ${where}`;
}

function madeTables(
  model: Model,
  links: Links,
  home: Entry,
  folded: readonly Entry[],
): readonly MadeTable[] {
  const kinds = Map.groupBy(folded, ({ object }) => object.kind);
  return [...kinds.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { plural } = first.resource;
    const namespace = home.object.metadata.namespace;
    const command = `kubectl get ${plural}${namespace === undefined ? '' : ` -n ${namespace}`} -o wide`;
    const table = kubectlTable(model, entries, { command, wide: true }, links.object);
    const rows = table.rows.map((row, i) => {
      const entry = entries[i];
      return entry === undefined ? row : { ...row, anchor: anchorOf(entry, home) };
    });
    return [{ label: pluralKind(first.object.kind, plural), table: { ...table, rows } }];
  });
}

/** Events about the object and those folded into it, as `kubectl get events` prints them. */
function eventTable(model: Model, links: Links, id: ObjectId): KubectlTable | undefined {
  const family = [id, ...foldedOn(model, id).map((entry) => entry.id)];
  const ids = family.flatMap((member) =>
    model.edgesTo(member).flatMap(({ relation, from }) => (relation === 'about' ? [from] : [])),
  );
  const events = [...new Set(ids)]
    .map((event) => model.get(event))
    .filter((event) => event !== undefined);
  if (events.length === 0) return undefined;
  const namespace = events[0]?.object.metadata.namespace;
  const command = `kubectl get events${namespace === undefined ? '' : ` -n ${namespace}`}`;
  return kubectlTable(model, events, { command }, links.object);
}
