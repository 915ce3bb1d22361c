/** How kubectl prints the fields of a volume's source. */
import { type Fields, isFields } from '#snapshot/fields.ts';
import { type Draft, type Value, value } from '#views/describe/description.ts';
import { goList } from './go-text.ts';
import { naming } from './metadata.ts';

/** Where a volume stands. */
export interface VolumeSite {
  /** Of the Pod, or of the claim that a PersistentVolume is for. */
  readonly namespace: string | undefined;
  /** A PersistentVolume says some things of its source that a Pod does not. */
  readonly isPersistent?: boolean;
}

/** Says of a source of a volume what kubectl says. */
export type Source = (source: Fields, site: VolumeSite) => Draft;
/** One value of it; nothing where it does not apply. */
export type Cell = (source: Fields, site: VolumeSite) => Value | string | undefined;

/** A field as Go prints it: what is left out of it is empty. */
export const field =
  (name: string, missing = ''): Cell =>
  (source) =>
    scalar(source[name], missing);
/** A field that is `false` when it is left out. */
export const flag = (name: string): Cell => field(name, 'false');
/** A field that is 0 when it is left out. */
export const count = (name: string): Cell => field(name, '0');
/** A list as Go prints it: `[a b]`. */
export const list =
  (name: string): Cell =>
  (source) =>
    goList(texts(source[name]));
/** The Secret or ConfigMap that a field names. */
export const named =
  (kind: string, name: string): Cell =>
  (source, { namespace }) =>
    naming({ kind }, scalar(source[name], ''), namespace);
/** The Secret that a reference names. */
export const secretRef: Cell = ({ secretRef: ref }, { namespace }) =>
  isFields(ref)
    ? naming({ kind: 'Secret' }, scalar(ref['name'], ''), scalar(ref['namespace'], namespace ?? ''))
    : '<none>';
/** A field that only a PersistentVolume has. */
export const persistent =
  (cell: Cell): Cell =>
  (source, site) =>
    site.isPersistent === true ? cell(source, site) : undefined;

/** File system of a disk. */
export const fsType = field('fsType');
/** Whether nobody may write. */
export const readOnly = flag('readOnly');
/** What all disks of clouds say. */
export const disk = { FSType: fsType, Partition: count('partition'), ReadOnly: readOnly };

/** A value as text; `missing` for what is none, or is made of parts. */
export function scalar(given: unknown, missing: string): string {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof given) ? String(given) : missing;
}

/** A list of values as texts; empty for what is no list. */
export function texts(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.map((item) => scalar(item, '')) : [];
}

/** Values as texts by key; empty for what is no object. */
export function strings(given: unknown): Readonly<Record<string, string>> {
  const fields = isFields(given) ? given : {};
  return Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, scalar(text, '')]));
}

/** A source of some fields, each under its label. */
export function source(type: string, cells: Readonly<Record<string, Cell>>): Source {
  return (fields, site) => [
    value('Type', type),
    ...Object.entries(cells).map(([label, cell]) => value(label, cell(fields, site))),
  ];
}
