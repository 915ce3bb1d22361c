import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { printable } from '#site/printable.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { clusterbookProcess, type Run } from '#tests/cli/run.ts';
import { build } from './built-site.ts';
import { hostileDump, hostileObjects } from './hostile-objects.ts';
import { hostileTexts } from './hostile-texts.ts';
import { type BuiltPage, readPages } from './pages.ts';

let folder = '';
let site = '';
let imported: Run;
let pages: readonly BuiltPage[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-hostile-'));
  site = join(folder, 'site');
  const dump = hostileDump(hostileObjects());
  await writeFile(join(folder, 'hostile.json'), dump);
  await writeFile(join(folder, 'changed.json'), dump.replaceAll('alert(1)', 'alert(2)'));
  const snapshots = join(folder, 'snapshots');
  await mkdir(snapshots);
  imported = await importing('hostile');
  await importing('changed');
  await writeFile(join(snapshots, 'hostile...changed.rules.json'), '{}');
  await build(['--snapshots', snapshots, '--out', site]);
  pages = readPages(site);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function importing(name: string): Promise<Run> {
  const dump = join(folder, `${name}.json`);
  return clusterbookProcess(['import', dump, '--snapshots', join(folder, 'snapshots')]);
}

/** Start tags of a page as they stand, their elements and what follows these, cut as the HTML standard cuts them. */
function startTags(html: string): Iterable<RegExpExecArray> {
  return html.matchAll(
    /<([a-z][^\s/>]*)((?:[^\s"'>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|[\s"'/=])*)>/gi,
  );
}

function attributesIn(rest: string): readonly string[] {
  const attributes = rest.matchAll(/([^\s"'>=/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?/g);
  return [...attributes].map(([, name = '']) => name);
}

/** Every `element` and `element attribute` of some pages. */
function markupOf(all: readonly BuiltPage[]): ReadonlySet<string> {
  const found = new Set<string>();
  // Of two million tags two in a hundred are different.
  const seen = new Set<string>();
  for (const { html } of all) {
    for (const [tag, element = '', rest = ''] of startTags(html)) {
      if (seen.has(tag)) continue;
      seen.add(tag);
      found.add(element);
      for (const attribute of attributesIn(rest)) found.add(`${element} ${attribute}`);
    }
  }
  return found;
}

test('the dump is imported whole, and what its definitions may not name is left aside', async () => {
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  const { lists } = await readSnapshot(join(folder, 'snapshots/hostile'));
  const counts = new Map(lists.map(({ resource, objects }) => [resource.kind, objects.length]));
  expect(Object.fromEntries(counts)).toMatchObject({
    Namespace: hostileTexts.length,
    Pod: 2 * hostileTexts.length + 3,
    Climber: 1,
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('nothing is written outside of the folders that were asked for', () => {
  expect(readdirSync(folder).sort()).toEqual(['changed.json', 'hostile.json', 'site', 'snapshots']);
  expect(readdirSync(join(folder, 'snapshots')).sort()).toEqual([
    'changed',
    'hostile',
    'hostile...changed.rules.json',
  ]);
  expect(
    readdirSync(site)
      .filter((name) => !name.startsWith('.'))
      .sort(),
  ).toEqual([
    '404.html',
    '_astro',
    'changed',
    'diff',
    'glossary',
    'hostile',
    'icon.svg',
    'index.html',
    'llms.txt',
    'matrix',
    'robots.txt',
    'search',
  ]);
});

test('the pages have the elements and attributes of our own pages and no others', () => {
  const own = markupOf(readPages(inject('site')));
  const others = [...markupOf(pages)].filter((name) => !own.has(name));
  // No sample has an inferred Namespace, and the sidebar says in a title that one is.
  expect(others.filter((name) => name !== 'span title')).toEqual([]);
});

test('every script is a file of the site’s, and no attribute runs or styles anything', () => {
  for (const { path, html } of pages) {
    const tags = [...startTags(html)];
    const scripts = tags.filter(([, element = '']) => /^script$/i.test(element)).length;
    const ours = [
      ...html.matchAll(/<script(?: type="module")? src="\/_astro\/[\w.-]+\.js"><\/script>/g),
    ];
    expect([scripts, ours.length > 0], path).toEqual([ours.length, true]);
    const attributes = tags.flatMap(([, , rest = '']) => attributesIn(rest));
    expect(attributes.filter((name) => /^(on|style$|srcdoc$|formaction$)/i.test(name))).toEqual([]);
  }
});

test('every link leads to a page of ours, or by https to documentation', () => {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const wrong = new Set<string>();
  for (const { path, hrefs } of pages) {
    for (const href of hrefs) {
      if (/^https:\/\/[a-z.]+\//.test(href)) continue;
      const { origin, pathname, hash } = new URL(href, `http://site${path}`);
      const target = byPath.get(pathname);
      const anchor = decodeURIComponent(hash.slice(1));
      const found =
        target === undefined ? existsSync(join(site, pathname)) : !anchor || target.ids.has(anchor);
      if (origin !== 'http://site' || !found) wrong.add(`${path} → ${href}`);
    }
  }
  expect([...wrong].slice(0, 20)).toEqual([]);
});

test('no page holds a control character or an override of direction', () => {
  const unprintable = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
  const found = pages.filter(({ html }) => unprintable.test(html)).map(({ path }) => path);
  expect(found.slice(0, 20)).toEqual([]);
});

test('every hostile name is on the list of its kind, as text', () => {
  const list = pages.find(({ path }) => path === '/hostile/kinds/nodes/');
  const { document } = new JSDOM(list?.html ?? '').window;
  const names = [...document.querySelectorAll('main tbody tr')].map(
    ({ textContent }) => textContent,
  );
  expect(names).toHaveLength(hostileTexts.length);
  const printable = hostileTexts.filter((text) => /^[\x20-\x7e]+$/.test(text.trim()));
  for (const text of printable) {
    expect(
      names.some((name) => name.includes(text)),
      text,
    ).toBe(true);
  }
});

test('a page made of hostile text shows it as text, and its JSON gives it back', () => {
  const nodes = pages.filter(({ path }) => path.startsWith('/hostile/objects/nodes/'));
  expect(nodes.map(({ path }) => nameIn(path).toWellFormed()).sort()).toEqual(
    hostileTexts.map((name) => name.toWellFormed()).sort(),
  );
  for (const { path, html } of nodes.filter((_, i) => i % 6 === 0)) {
    const { document } = new JSDOM(html).window;
    const shown = printable(nameIn(path).toWellFormed()).replaceAll('\r\n', '\n');
    expect(document.querySelector('h1')?.textContent, path).toBe(shown);
    expect(document.title, path).toContain(shown.trim().split(/\s/)[0]);
    expect(
      document.querySelectorAll('main :is(script:not([src^="/_astro/"]), img, iframe)'),
      path,
    ).toHaveLength(0);
  }
});

function nameIn(path: string): string {
  const { metadata } = JSON.parse(readFileSync(join(site, path, 'index.json'), 'utf8'));
  return metadata.name;
}

// A terminal obeys these, or shows the rest of the line in another order.
const obeyed = /[^\P{Cc}\n]|[\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

function diff(after: string, format: string): Promise<Run> {
  const snapshots = ['--snapshots', join(folder, 'snapshots')];
  return clusterbookProcess(['diff', 'hostile', after, ...snapshots, '--format', format]);
}

test.each(['text', 'json', 'markdown'])(
  'a diff as %s prints no character a terminal obeys',
  async (format) => {
    const same = await diff('hostile', format);
    expect({ ...same, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
    const { status, stdout, stderr } = await diff('changed', format);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^Rules: .*\n$/),
    });
    expect(obeyed.exec(stdout)?.[0]).toBe(undefined);
  },
);
