import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { complaintOf } from '#tests/fixtures/complaint.ts';
import { readManifest } from './read-manifest.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-manifest-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** What is said of the manifest in a folder, without the name of the temporary folder. */
async function complaint(id: string): Promise<string> {
  return (await complaintOf(readManifest(join(folder, id)))).replaceAll(folder, 'snapshots');
}

test('a manifest that this program cannot trust is refused by name', async () => {
  const manifests = {
    newer: '{"formatVersion":2,"id":"prod","objects":{}}',
    older: '{"formatVersion":0.5}',
    short: '{"formatVersion":1,"id":',
    package: '{"name":"some-package","version":"1.0.0"}',
    fields: '{"formatVersion":1,"id":"prod","cluster":{"name":"prod"},"takenAt":"yesterday"}',
  };
  const complaints: string[] = [];
  for (const [id, text] of Object.entries(manifests)) {
    await mkdir(join(folder, id));
    await writeFile(join(folder, id, 'snapshot.json'), text);
    complaints.push(await complaint(id));
  }
  expect(complaints.join('\n\n')).toMatchInlineSnapshot(`
    "snapshots/newer/snapshot.json has format version 2; this Clusterbook reads up to 1.
    Update Clusterbook, then try again.

    snapshots/older/snapshot.json is damaged: it does not say its formatVersion.
    Take the snapshot again, or restore the folder from version control or a backup.

    snapshots/short/snapshot.json is damaged: it is not whole JSON.
    Take the snapshot again, or restore the folder from version control or a backup.

    snapshots/package/snapshot.json is damaged: it does not say its formatVersion.
    Take the snapshot again, or restore the folder from version control or a backup.

    snapshots/fields/snapshot.json is damaged: ✖ Invalid ISO datetime
      → at takenAt
    ✖ Invalid input: expected object, received undefined
      → at tool
    ✖ Invalid input: expected object, received undefined
      → at source
    ✖ Invalid input: expected array, received undefined
      → at resources
    ✖ Invalid input: expected record, received undefined
      → at redactions
    Take the snapshot again, or restore the folder from version control or a backup."
  `);
});

test('a folder without a manifest is no snapshot', async () => {
  expect(await complaint('nowhere')).toMatchInlineSnapshot(`
    "snapshots/nowhere is not a snapshot: it has no readable snapshot.json.
    List the snapshots there are with \`npm run list\`. A dump becomes one with \`npm run import -- PATH\`."
  `);
});
