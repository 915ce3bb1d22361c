import { age } from '#kinds/parts/duration.ts';
import { type CoverageCounts, coverageCounts } from '#snapshot/manifest.ts';
import { listSnapshots, type StoredSnapshot } from '#store/list-snapshots.ts';
import { defineCommand } from './command.ts';
import { textTable } from './text-table.ts';

/** Lists the snapshots there are. */
export const command = defineCommand({
  usage: 'clusterbook list',
  flags: {
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    json: { type: 'boolean', help: 'print a JSON array' },
  },
  async run(values) {
    const { snapshots, damaged } = await listSnapshots(values.snapshots);
    for (const { message, hint } of damaged) console.error(`warning: ${message}\n${hint}`);
    const entries = snapshots.map(entryOf);
    if (values.json) console.log(JSON.stringify(entries, null, 2));
    else if (entries.length > 0) console.log(table(entries, Date.now()));
    else console.error(`There are no snapshots in ${values.snapshots}.`);
    return damaged.length > 0 ? 2 : 0;
  },
});

/** One element of `list --json`. */
interface Entry {
  readonly id: string;
  readonly cluster: string;
  readonly takenAt: string;
  readonly version: string | null;
  readonly objects: number;
  readonly coverage: CoverageCounts;
}

function entryOf({ manifest }: StoredSnapshot): Entry {
  const { id, cluster, takenAt, resources } = manifest;
  return {
    id,
    cluster: cluster.name,
    takenAt,
    version: cluster.version ?? null,
    objects: resources.reduce((sum, { count }) => sum + count, 0),
    coverage: coverageCounts(resources),
  };
}

/** `58/61`, and behind it what of that is held in part: `42/79 (42 in part)`. */
function coverageCell({ complete, partial, total }: CoverageCounts): string {
  const held = `${complete + partial}/${total}`;
  return partial === 0 ? held : `${held} (${partial} in part)`;
}

function table(entries: readonly Entry[], now: number): string {
  const rows = entries.map(({ id, cluster, version, takenAt, objects, coverage }) => [
    id,
    cluster,
    version ?? '<unknown>',
    age(takenAt, now),
    String(objects),
    coverageCell(coverage),
  ]);
  return textTable([['ID', 'CLUSTER', 'VERSION', 'AGE', 'OBJECTS', 'COVERAGE'], ...rows]);
}
