/**
 * Our tables against what kubectl printed for the sample clusters: every kind and every custom
 * resource, cell by cell. No cell differs.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ResourceList, Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { genericKind } from './generic.ts';
import { kindOf } from './index.ts';
import type { Kind } from './kind.ts';

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

/** A kind's rows of these objects under the heads that kubectl printed, ages counted up to `now`. */
function rowsOf(
  kind: Kind,
  objects: readonly KubeObject[],
  heads: readonly string[],
  now: number,
): readonly Row[] {
  const names = ['NAMESPACE', ...kind.heads, ...kind.wideHeads];
  return objects.map((object) => {
    const { namespace = '' } = object.metadata;
    const cells = [namespace, ...kind.cells(object, { now }), ...kind.wideCells(object, { now })];
    return Object.fromEntries(heads.map((head) => [head, cells[names.indexOf(head)] ?? '']));
  });
}

// Some servers answer in an order of their own (FlowSchemas by precedence): rows meet by name.
function keyOf(row: Row, index: number): string {
  return row['NAME'] === undefined ? String(index) : `${row['NAMESPACE']}/${row['NAME']}`;
}

/**
 * Our rows in kubectl's order. kubectl's ages are of a moment between the start and the end of its
 * command, so a cell that is right at either is right.
 */
function inOrderOf(printed: Table, tables: readonly (readonly Row[])[]): readonly object[] {
  const byKey = tables.map((rows) => new Map(rows.map((row, i) => [keyOf(row, i), row])));
  return printed.rows.map((theirs, i) => {
    const ours = byKey.map((rows) => rows.get(keyOf(theirs, i)));
    const cells = printed.heads.map((head) => {
      const right = ours.find((row) => row?.[head] === theirs[head]) ?? ours[0];
      return [head, right?.[head]];
    });
    return Object.fromEntries(cells);
  });
}

/** The list that a file of the oracle is about: `get/pods.core.txt`. */
function listOf({ lists }: Snapshot, file: string): ResourceList {
  const found = lists.find(({ resource: { plural, group } }) =>
    file.endsWith(`/${plural}.${group || 'core'}.txt`),
  );
  if (found === undefined) throw new Error(`The snapshot has nothing for ${file}.`);
  return found;
}

function kindFor({ lists }: Snapshot, { resource }: ResourceList): Kind {
  const definition = lists
    .find((list) => list.resource.kind === 'CustomResourceDefinition')
    ?.objects.find(({ metadata }) => metadata.name === `${resource.plural}.${resource.group}`);
  return kindOf(resource) ?? genericKind(resource, definition);
}

const Oracle = z.object({
  commands: z.array(z.object({ file: z.string(), startedAt: z.string(), finishedAt: z.string() })),
});

const samples = await Promise.all(
  ['docker-desktop', 'shop-staging', 'shop-prod'].map(async (name) => ({
    name,
    snapshot: await readSnapshot(`snapshots/${name}`),
  })),
);

describe.each(samples)('$name', ({ name, snapshot }) => {
  const folder = `tests/fixtures/oracle/${name}`;
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const { commands } = Oracle.parse(JSON.parse(read('index.json')));
  const files = new Set(commands.map(({ file }) => file));

  test.each(commands)('$file', ({ file, startedAt, finishedAt }) => {
    const list = listOf(snapshot, file);
    const kind = kindFor(snapshot, list);
    const printed = parseTable(read(file));

    const heads = printed.heads.filter((head) => head !== 'NAMESPACE');
    if (file.startsWith('get/')) expect(kind.heads).toEqual(heads);
    else expect([...kind.heads, ...kind.wideHeads].sort()).toEqual(heads.sort());
    if (!files.has(file.replace('get/', 'get-wide/'))) expect(kind.wideHeads).toEqual([]);

    const tables = [startedAt, finishedAt].map((time) =>
      rowsOf(kind, list.objects, printed.heads, Date.parse(time)),
    );
    expect(list.objects).toHaveLength(printed.rows.length);
    expect(inOrderOf(printed, tables)).toEqual(printed.rows);
  });
});
