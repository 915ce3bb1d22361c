/**
 * Our tables against what kubectl printed for the sample clusters: every kind, cell by cell.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseJson } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { Manifest, Resource, resourceFile } from '#snapshot/manifest.ts';
import { genericKind } from './generic.ts';
import { kindOf } from './index.ts';
import type { Kind } from './kind.ts';

/** Cells that differ on purpose, `<plural>.<group> <HEAD>`, with the reason. */
const onPurpose: Readonly<Record<string, string>> = {};

type Row = Readonly<Record<string, string>>;
interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

/** A table as kubectl prints it: columns as wide as their longest cell, cells may be empty. */
function parseTable(text: string): Table {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = [...head.matchAll(/\S+(?: \S+)*/g)].map(({ 0: name, index }) => ({
    name,
    index,
  }));
  const rowOf = (line: string): Row => {
    const characters = [...line];
    return Object.fromEntries(
      columns.map(({ name, index }, i) => [
        name,
        characters
          .slice(index, columns[i + 1]?.index)
          .join('')
          .trimEnd(),
      ]),
    );
  };
  return { heads: columns.map(({ name }) => name), rows: lines.map(rowOf) };
}

/** A kind's table of these objects, ages counted up to `now`. */
function tableOf(
  kind: Kind,
  objects: readonly KubeObject[],
  heads: readonly string[],
  now: number,
) {
  const names = [...kind.heads, ...kind.wideHeads];
  return objects.map((object): Row => {
    const cells = [...kind.cells(object, { now }), ...kind.wideCells(object, { now })];
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    const { namespace = '' } = object.metadata;
    return Object.fromEntries(
      heads.map((head) => [
        head,
        head === 'NAMESPACE' ? namespace : (row[head] ?? 'no such column'),
      ]),
    );
  });
}

// Some servers answer in an order of their own (FlowSchemas by precedence): rows meet by name.
function keyOf(row: Row, index: number): string {
  return row['NAME'] === undefined ? String(index) : `${row['NAMESPACE']}/${row['NAME']}`;
}

/**
 * Our rows in kubectl's order. kubectl's ages are of a moment between the start and the end of the
 * command, so a cell that is right at either is right.
 */
function oursFor(printed: Table, tables: readonly (readonly Row[])[], resource: string): Row[] {
  const byKey = tables.map((rows) => new Map(rows.map((row, i) => [keyOf(row, i), row])));
  return printed.rows.map((theirs, i) => {
    const candidates = byKey.map((rows) => rows.get(keyOf(theirs, i)));
    return Object.fromEntries(
      printed.heads.map((head) => {
        const cells = candidates.map((row) => row?.[head] ?? 'no such row');
        const same = cells.includes(theirs[head] ?? '') || `${resource} ${head}` in onPurpose;
        return [head, same ? theirs[head] : cells[0]];
      }),
    );
  }) as Row[];
}

const Commands = z.object({
  commands: z.array(z.object({ file: z.string(), startedAt: z.string(), finishedAt: z.string() })),
});

interface Sample {
  readonly resources: readonly Resource[];
  objects(resource: Resource): readonly KubeObject[];
}

function readJson(path: string): unknown {
  return parseJson(readFileSync(path, 'utf8'));
}

const Lists = z.object({
  resources: z.array(
    z.looseObject({ group: z.string(), version: z.string(), resource: z.string() }),
  ),
});
const ObjectList = z.object({ items: z.array(z.looseObject({})) });

function readRaw(sample: string): Sample {
  const folder = `../shared/samples/${sample}/raw`;
  const lists = Lists.parse(readJson(`${folder}/index.json`)).resources;
  return {
    resources: lists.map((list) =>
      Resource.strip().parse({ ...list, plural: list.resource, status: 'complete' }),
    ),
    objects: ({ group, version, plural, kind }) => {
      const { items } = ObjectList.parse(
        readJson(`${folder}/${plural}.${group === '' ? 'core' : group}.json`),
      );
      const apiVersion = group === '' ? version : `${group}/${version}`;
      return items.map((item) => ({ apiVersion, kind, ...item }) as unknown as KubeObject);
    },
  };
}

function readSnapshot(sample: string): Sample {
  const folder = `snapshots/${sample}`;
  return {
    resources: Manifest.parse(readJson(`${folder}/snapshot.json`)).resources,
    // A resource without objects has no file.
    objects: (resource) =>
      resource.count === 0
        ? []
        : (readJson(`${folder}/${resourceFile(resource)}`) as readonly KubeObject[]),
  };
}

/** The resource that a file of the oracle is about: `get/pods.core.txt`. */
function resourceOf({ resources }: Sample, file: string): Resource | undefined {
  return resources.find(({ plural, group }) => file.endsWith(`/${plural}.${group || 'core'}.txt`));
}

function kindFor(sample: Sample, resource: Resource): Kind | undefined {
  const definitions = sample.resources
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .flatMap((list) => sample.objects(list));
  const definition = definitions.find(
    ({ metadata }) => metadata.name === `${resource.plural}.${resource.group}`,
  );
  return kindOf(resource) ?? (definition && genericKind(resource, definition));
}

describe.each(['docker-desktop', 'shop-staging', 'shop-prod'])('%s', (name) => {
  const sample = existsSync(`snapshots/${name}/snapshot.json`) ? readSnapshot(name) : readRaw(name);
  const folder = `tests/fixtures/oracle/${name}`;
  const { commands } = Commands.parse(readJson(`${folder}/index.json`));
  const files = new Set(commands.map(({ file }) => file));

  test.each(commands)('$file', ({ file, startedAt, finishedAt }) => {
    const resource = resourceOf(sample, file);
    const kind = resource && kindFor(sample, resource);
    if (resource === undefined || kind === undefined) throw new Error(`${file} has no kind`);

    const printed = parseTable(readFileSync(`${folder}/${file}`, 'utf8'));
    const heads = printed.heads.filter((head) => head !== 'NAMESPACE');
    if (file.startsWith('get/')) expect(kind.heads).toEqual(heads);
    else expect([...kind.heads, ...kind.wideHeads].sort()).toEqual(heads.sort());
    if (!files.has(file.replace('get/', 'get-wide/'))) expect(kind.wideHeads).toEqual([]);

    const objects = sample.objects(resource);
    const tables = [startedAt, finishedAt].map((time) =>
      tableOf(kind, objects, printed.heads, Date.parse(time)),
    );
    expect(objects).toHaveLength(printed.rows.length);
    expect(oursFor(printed, tables, file)).toEqual(printed.rows);
  });
});
