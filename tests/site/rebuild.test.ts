import { appendFileSync, globSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object } from '#tests/fixtures/builders.ts';
import { syntheticObjects, writeMadeUpSnapshot } from '../../bench/synthetic-cluster.ts';
import { build } from './built-site.ts';

const takenAt = '2026-11-22T10:00:00Z';
const address = ['--site', 'https://docs.example.com'];

/** The files of a site and what they hold. */
function filesOf(site: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: site, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [relative(site, file), readFileSync(file, 'utf8')]),
  );
}

/** Whether a file is the very same as before shows in its inode and its time. */
function identity(file: string): string {
  const { ino, mtimeMs } = statSync(file);
  return `${ino} ${mtimeMs}`;
}

/** One app runs a new version. */
function withNewImage(object: KubeObject): KubeObject {
  if (!object.metadata.name.startsWith('app-000007')) return object;
  return JSON.parse(JSON.stringify(object).replaceAll(':1.4.2', ':1.4.3'));
}

test('a rebuild renders what changed, leaves the rest, and ends as a build from nothing does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-rebuild-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  const buildOf = async (name: string, objects: readonly KubeObject[], out: string) => {
    const snapshots = join(folder, name);
    await writeMadeUpSnapshot(snapshots, 'lab', objects, takenAt);
    await build(['--snapshots', snapshots, ...address, '--out', out]);
  };

  const first = [...syntheticObjects(400)];
  await buildOf('first', first, site);
  const before = filesOf(site);
  const pages = [...before.keys()].filter((file) => /objects.*\.html$/.test(file));
  const [touched = '', ...others] = pages.filter(
    (page) => !before.get(page)?.includes('app-000007'),
  );
  const untouched = others.map((page) => [page, identity(join(site, page))]);
  expect(untouched.length).toBeGreaterThan(50);
  appendFileSync(join(site, touched), 'written by somebody else');

  const second = first.map(withNewImage);
  await buildOf('second', second, site);
  const between = filesOf(site);
  expect(untouched.map(([page = '']) => [page, identity(join(site, page))])).toEqual(untouched);
  expect(between.get(touched)).toBe(before.get(touched));
  const changed = pages.filter((page) => between.get(page) !== before.get(page));
  expect(changed.filter((page) => between.get(page)?.includes(':1.4.3')).length).toBeGreaterThan(0);

  // A namespace more stands in the frame of every page, around content that did not change.
  const third = [...second, object('v1', 'Namespace', 'new-here')];
  await buildOf('third', third, site);
  await buildOf('third', third, join(folder, 'anew'));
  const after = filesOf(site);
  expect(after.get(touched)).toContain('new-here');
  expect(after).toEqual(filesOf(join(folder, 'anew')));
});
