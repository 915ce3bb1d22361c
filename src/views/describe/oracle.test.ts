/**
 * Our descriptions against what kubectl printed for the sample clusters, object by object and line by
 * line, white space aside. Where a line differs on purpose, the list of deviations says why.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildModel } from '#model/build-model.ts';
import type { Entry, Model } from '#model/model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { describeObject } from './describe.ts';
import { descriptionText } from './description-text.ts';

interface Deviation {
  readonly reason: string;
  /** Lines of ours or of kubectl's that it is about; both count as the reason's text. */
  readonly ours: RegExp;
  readonly theirs: RegExp;
}

const deviations: Readonly<Record<string, readonly Deviation[]>> = {
  'leases.coordination.k8s.io': [
    {
      reason: 'an API server renewed its Lease between the snapshot and kubectl',
      ours: /^(Resource Version|Renew Time): /,
      theirs: /^(Resource Version|Renew Time): /,
    },
  ],
};

/** The snapshot holds a mark in place of each secret, and the fixture a word. */
const mark = /‹redacted [^›]*›/g;

/** Rows that kubectl prints in the order of a Go map, which is none. */
const unordered = /^(Container|PersistentVolumeClaim) \S+( \S+){5}$/;

/** Lines without what only lays them out: spaces, rules, empty lines. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(mark, 'MASKED').replace(/\s+/g, ' ').trim())
    .filter((line) => !/^[-= ]*$/.test(line));
}

/** The descriptions that a text holds: two empty lines part them. */
function describedIn(text: string): readonly (readonly string[])[] {
  return text.split(/\n\n\n+(?=Name:)/).map(linesOf);
}

/** A server lists some resources, and Go some rows, in an order of its own. */
function inOneOrder(descriptions: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const sorted = descriptions.map((lines) => {
    const rows = lines.filter((line) => unordered.test(line)).sort();
    return lines.map((line) => (unordered.test(line) ? rows.shift() : line) ?? '');
  });
  return sorted.sort(([a = '', b = ''], [c = '', d = '']) => (`${b} ${a}` < `${d} ${c}` ? -1 : 1));
}

function excused(line: string, file: string, side: 'ours' | 'theirs'): string {
  const known = deviations[file.replace(/^describe\/|\.txt$/g, '')] ?? [];
  return known.find((deviation) => deviation[side].test(line))?.reason ?? line;
}

function entriesOf(model: Model, file: string): readonly Entry[] {
  return model.entries.filter(
    ({ resource: { plural, group } }) => file === `describe/${plural}.${group || 'core'}.txt`,
  );
}

/** Ours at a time; kubectl leaves out Events where it describes several objects. */
function describeAll(model: Model, entries: readonly Entry[], time: string) {
  const options = { now: Date.parse(time), events: entries.length === 1 };
  return inOneOrder(
    entries.map((entry) => linesOf(descriptionText(describeObject(model, entry, options)))),
  );
}

const Oracle = z.object({
  commands: z.array(z.object({ file: z.string(), startedAt: z.string(), finishedAt: z.string() })),
});

const samples = await Promise.all(
  ['docker-desktop', 'shop-staging', 'shop-prod'].map(async (name) => ({
    name,
    model: buildModel(await readSnapshot(`snapshots/${name}`)),
  })),
);

describe.each(samples)('$name', ({ name, model }) => {
  const folder = `tests/fixtures/oracle/${name}`;
  const { commands } = Oracle.parse(JSON.parse(readFileSync(`${folder}/describe.json`, 'utf8')));

  test.each(commands)('$file', ({ file, startedAt, finishedAt }) => {
    const entries = entriesOf(model, file);
    const printed = inOneOrder(describedIn(readFileSync(`${folder}/${file}`, 'utf8')));
    // kubectl's ages are of a moment between the start and the end of its command.
    const early = describeAll(model, entries, startedAt);
    const late = describeAll(model, entries, finishedAt);
    const ours = early.map((lines, object) =>
      lines.map((line, i) => {
        const later = late[object]?.[i] ?? '';
        return excused(later === printed[object]?.[i] ? later : line, file, 'ours');
      }),
    );
    expect(ours).toEqual(
      printed.map((lines) => lines.map((line) => excused(line, file, 'theirs'))),
    );
  });
});
