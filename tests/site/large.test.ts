/** What holds of the samples holds of a cluster of thousands of objects, and of one that is hard on a page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { htmlMistakes } from './html-mistakes.ts';
import { brokenLinks, readPages } from './pages.ts';

const site = inject('large');
const pages = readPages(site);
const byPath = new Map(pages.map((page) => [page.path, page]));

/** `/synthetic/objects/pods/a/b/` → `synthetic/objects/pods`: pages of one sort look alike. */
function sortOf(path: string): string {
  const [, cluster, part, resource] = path.split('/');
  return [cluster, part, part === 'objects' ? resource : ''].join('/');
}

test('every internal link leads to a page, and to an element of it', () => {
  expect(pages.length).toBeGreaterThan(900);
  expect(brokenLinks(site, pages).slice(0, 20)).toEqual([]);
});

test('pages are valid HTML, one of every sort', async () => {
  const newest = pages.filter(({ path }) => !path.startsWith('/extremes@'));
  const chosen = Map.groupBy(newest, ({ path }) => sortOf(path))
    .values()
    .flatMap((alike) => alike.slice(0, 1));
  expect((await htmlMistakes([...chosen])).slice(0, 10)).toEqual([]);
});

test('a page of an ordinary object stays under 30 kB, one of a whole list under 60 kB', () => {
  const heavy = pages
    .filter(({ path }) => path.startsWith('/synthetic/'))
    .map(({ path, html }) => ({ path, bytes: gzipSync(html).length }))
    .filter(({ path, bytes }) => bytes > (path.includes('/objects/') ? 30_000 : 60_000));
  expect(heavy).toEqual([]);
});

test('a list of more than 500 is split, and each part leads to the next and back', () => {
  const [first, second] = ['', '2/'].map((page) => byPath.get(`/synthetic/kinds/pods/${page}`));
  const count = (html = '') => html.match(/<tr data-state/g)?.length;
  expect(count(first?.html)).toBe(500);
  expect(count(second?.html)).toBeGreaterThan(100);
  expect(first?.hrefs).toContain('/synthetic/kinds/pods/2/');
  expect(second?.hrefs).toContain('/synthetic/kinds/pods/');
  expect(first?.html).toMatch(/Pods 1 to 500 of [\d,]+/);
});

test('every object has its JSON beside its page', () => {
  const lacking = pages
    .filter(({ path }) => path.includes('/objects/') && !/\/\d+\/$/.test(path))
    .filter(({ path }) => !existsSync(join(site, path, 'index.json')));
  expect(lacking).toEqual([]);
});

test('300 Pods of one Deployment are told on its pages, each once', () => {
  const home = '/extremes/objects/deployments.apps/extremes/crowd/';
  const parts = pages.filter(({ path }) => path.startsWith(home));
  const anchors = parts.flatMap(({ ids }) => [...ids].filter((id) => id.startsWith('pod-crowd-')));
  expect(new Set(anchors).size).toBe(300);
  expect(anchors).toHaveLength(300);
  const { folded } = JSON.parse(readFileSync(join(site, home, 'index.json'), 'utf8'));
  expect(folded).toHaveLength(301);
});

test('a page of two snapshots of one cluster tells what changed between them', () => {
  const timeline = byPath.get('/extremes/timeline/')?.html ?? '';
  expect(timeline).toContain('/diff/extremes@2026-11-21T1000Z...extremes/');
});
