import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { build } from './built-site.ts';
import { readPages } from './pages.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-variants-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function digests(site: string, under: string): Readonly<Record<string, string>> {
  const files = globSync(`${under}/**/*.{html,json}`, { cwd: site }).sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(site, file)))
        .digest('hex'),
    ]),
  );
}

test('the same snapshots give the same pages, byte for byte', async () => {
  const again = join(folder, 'again');
  const ids = ['docker-desktop', 'shop-staging', 'shop-prod'];
  await build(['--samples', ...ids.flatMap((id) => ['--only', id]), '--out', again]);
  const before = digests(inject('site'), 'docker-desktop');
  expect(Object.keys(before).length).toBeGreaterThan(100);
  expect(digests(again, 'docker-desktop')).toEqual(before);
});

test('under another base every link and asset stays below it', async () => {
  const based = join(folder, 'based');
  await build([
    '--samples',
    '--only',
    'docker-desktop',
    '--base',
    '/docs/clusters',
    '--out',
    based,
  ]);
  const pages = readPages(based);
  expect(pages.length).toBeGreaterThan(100);
  for (const { path, html, hrefs } of pages) {
    const sources = [...html.matchAll(/\ssrc="([^"]+)"/g)].map(([, src = '']) => src);
    const rooted = [...hrefs, ...sources].filter((url) => url.startsWith('/'));
    expect(
      rooted.filter((url) => !url.startsWith('/docs/clusters/')),
      path,
    ).toEqual([]);
  }
});
