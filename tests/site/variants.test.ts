import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { build } from './built-site.ts';
import { linksIn, readPages } from './pages.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-variants-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function digests(site: string): Readonly<Record<string, string>> {
  const files = globSync('**/*', { cwd: site, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [
      relative(site, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

test('the same snapshots give the same site, byte for byte', async () => {
  const again = join(folder, 'again');
  const ids = ['docker-desktop', 'shop-staging', 'shop-prod'];
  await build(['--samples', ...ids.flatMap((id) => ['--only', id]), '--out', again]);
  const before = digests(inject('site'));
  expect(Object.keys(before).length).toBeGreaterThan(5000);
  expect(digests(again)).toEqual(before);
});

test('under another base every link and asset stays below it', async () => {
  const based = join(folder, 'based');
  const address = ['--base', '/docs/clusters', '--site', 'https://docs.example.com'];
  await build(['--samples', '--only', 'docker-desktop', ...address, '--out', based]);
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

test('with the address of the site there is a sitemap of every page, and files for machines lead there', () => {
  const based = join(folder, 'based');
  const root = 'https://docs.example.com/docs/clusters/';
  const sitemap = readFileSync(join(based, 'sitemap.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
  const pages = readPages(based).filter(({ path }) => path !== '/404.html');
  expect(listed.toSorted()).toEqual(pages.map(({ path }) => `${root}${path.slice(1)}`).toSorted());
  for (const file of ['llms.txt', 'docker-desktop/llms.txt']) {
    const links = linksIn(readFileSync(join(based, file), 'utf8'));
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.startsWith(root), link).toBe(true);
      expect(existsSync(join(based, link.slice(root.length))), link).toBe(true);
    }
  }
});
