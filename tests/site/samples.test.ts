import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readBook } from '#site/book.ts';
import { readSettings } from '#site/settings.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { htmlMistakes } from './html-mistakes.ts';
import { brokenLinks, linksIn, readPages, textOf } from './pages.ts';

const site = inject('site');
const pages = readPages(site);
const byPath = new Map(pages.map((page) => [page.path, page]));
const clusters = ['docker-desktop', 'shop-prod', 'shop-staging'];

/** The page at an address, which must be there. */
function page(path: string) {
  const found = byPath.get(path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
}

test('every cluster has its home, its lists and its walkthrough', () => {
  for (const id of clusters) {
    for (const path of ['', 'namespaces/', 'kinds/', 'walkthrough/what-cluster-is-this/']) {
      expect(byPath.has(`/${id}/${path}`), `/${id}/${path}`).toBe(true);
    }
  }
});

test('every internal link leads to a page, and to an element of it', () => {
  expect(brokenLinks(site, pages).slice(0, 20)).toEqual([]);
});

test('every object has an address: a page of its own, or an anchor on its owner’s', async () => {
  const book = await readBook({ ...readSettings({}), samples: true });
  expect(book.clusters.map(({ id }) => id)).toEqual(clusters);
  for (const { model, links } of book.clusters) {
    const lost = model.entries.filter(({ id }) => {
      const { pathname, hash } = new URL(links.object(id), 'http://site');
      const anchor = decodeURIComponent(hash.slice(1));
      const target = byPath.get(pathname);
      return target === undefined || (anchor !== '' && !target.ids.has(anchor));
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  }
});

// Scripts and styles are files of the site, and nothing else may load, be framed or take a form.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

test('no page loads anything from elsewhere, or carries style or script in itself', () => {
  for (const { path, html } of pages) {
    const sources = [
      ...html.matchAll(
        /<(?:script|img|link|iframe|source|video|audio)\b[^>]*?(?:src|href)="([^"]+)"/g,
      ),
    ];
    for (const [tag, url = ''] of sources) {
      if (tag.includes('rel="canonical"')) continue;
      expect(url, path).toMatch(/^\/(?!\/)/);
    }
    expect(html, path).not.toMatch(/<style\b|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
    expect(html, path).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(html.match(/<main\b/g), path).toHaveLength(1);
    expect(html.match(/<h1\b/g), path).toHaveLength(1);
    expect(html, path).toMatch(/<body>\s*<a class="skip" href="#main">/);
    expect(html, path).toContain('name="robots" content="noindex');
  }
  for (const file of globSync('**/*.css', { cwd: site })) {
    expect(readFileSync(join(site, file), 'utf8'), file).not.toMatch(/url\(["']?(https?:)?\/\//);
  }
});

test('no template leaks into a page', () => {
  for (const { path, html } of pages) {
    // An object's own text may hold any word; what stands above its YAML and data is ours.
    const [own = ''] = textOf(html.replace(/<pre[\s\S]*?<\/pre>/g, ' ')).split('As kubectl prints');
    expect(own, path).not.toMatch(/\[object |\bundefined\b|\bNaN\b|@@/);
  }
});

test('pages are valid HTML', async () => {
  const chosen = pages.filter(({ path }, i) => !path.includes('/objects/') || i % 40 === 0);
  expect(chosen.length).toBeGreaterThan(250);
  expect((await htmlMistakes(chosen)).slice(0, 10)).toEqual([]);
});

test('a page of an object has its redacted JSON beside it, with the objects folded into it', () => {
  const file = 'docker-desktop/objects/deployments.apps/kube-system/coredns/index.json';
  const object = JSON.parse(readFileSync(join(site, file), 'utf8')) as KubeObject;
  expect(object).toMatchObject({ kind: 'Deployment', metadata: { name: 'coredns' } });
  const folded = object['folded'] as readonly KubeObject[];
  expect(folded.map(({ kind }) => kind).sort()).toEqual(['Pod', 'Pod', 'ReplicaSet']);
});

test('every chapter has itself as Markdown beside it, and its page says so', () => {
  const chapters = pages.filter(({ path }) => /\/walkthrough\/[^/]+\/$/.test(path));
  expect(chapters.length).toBeGreaterThan(3 * 20);
  for (const { path, html } of chapters) {
    const [, title = ''] = /<h1>(.*?)<\/h1>/.exec(html) ?? [];
    const twin = readFileSync(join(site, path, 'index.md'), 'utf8');
    expect(html, path).toContain(
      `<link rel="alternate" type="text/markdown" href="${path}index.md">`,
    );
    expect(twin.split('\n')[0], path).toBe(`# ${textOf(title).trim()}`);
    expect(brokenIn(path, twin)).toEqual([]);
  }
});

test('llms.txt leads to the chapters, findings, namespaces and kinds of each cluster', () => {
  const root = readFileSync(join(site, 'llms.txt'), 'utf8');
  expect(root).toMatch(/^# Clusterbook\n\n> 3 Kubernetes clusters/);
  expect(brokenIn('/', root)).toEqual([]);
  for (const id of clusters) {
    expect(linksIn(root)).toContain(`/${id}/llms.txt`);
    const file = readFileSync(join(site, id, 'llms.txt'), 'utf8');
    const heads = [...file.matchAll(/^## (.*)/gm)].map(([, head]) => head);
    const findings = id === 'docker-desktop' ? [] : ['Findings'];
    expect(heads).toEqual(['Walkthrough', ...findings, 'Namespaces', 'Kinds', 'Optional']);
    expect(brokenIn(`/${id}/`, file)).toEqual([]);
  }
});

/** Links of a Markdown file that lead to nothing of the site. */
function brokenIn(path: string, markdown: string): readonly string[] {
  return linksIn(markdown).filter((href) => {
    if (/^https?:/.test(href)) return false;
    const { pathname, hash } = new URL(href, `http://site${path}`);
    const anchor = decodeURIComponent(hash.slice(1));
    if (!existsSync(join(site, pathname))) return true;
    return anchor !== '' && !byPath.get(pathname)?.ids.has(anchor);
  });
}

test('without the address of the site there is no sitemap: its addresses would be made up', () => {
  expect(existsSync(join(site, 'sitemap.xml'))).toBe(false);
});

test('a Corefile looks like a Corefile', () => {
  const { html } = page('/docker-desktop/objects/configmaps/kube-system/coredns/');
  const [, file = ''] = /<pre class="file"[^>]*>([\s\S]*?)<\/pre>/.exec(html) ?? [];
  const lines = file.split('<span class="l">').map((line) => line.replace(/<[^>]*>/g, ''));
  expect(lines.slice(1, 6)).toEqual([
    '.:53 {',
    '    errors',
    '    health {',
    '       lameduck 5s',
    '    }',
  ]);
});

test('the table of a kind has the heads of kubectl, in its order', () => {
  const heads = (path: string) =>
    [...page(path).html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, head = '']) =>
      textOf(head).trim(),
    );
  expect(heads('/docker-desktop/kinds/pods/')).toEqual([
    'NAMESPACE',
    'NAME',
    'READY',
    'STATUS',
    'RESTARTS',
    'AGE',
  ]);
  expect(heads('/shop-prod/kinds/services/')).toEqual([
    'NAMESPACE',
    'NAME',
    'TYPE',
    'CLUSTER-IP',
    'EXTERNAL-IP',
    'PORT(S)',
    'AGE',
  ]);
});

test('Secret values planted in the samples are nowhere in the site', () => {
  const files = globSync('**/*.{html,json,js,css,txt,svg,md,xml}', { cwd: site });
  const leaks = files.filter((file) =>
    readFileSync(join(site, file), 'utf8').includes('canary-secret'),
  );
  expect(leaks).toEqual([]);
});

test('an ordinary page stays under 30 kB compressed, style and script under 25 kB', async () => {
  const { gzipSync } = await import('node:zlib');
  const { html } = page('/docker-desktop/objects/deployments.apps/kube-system/coredns/');
  expect(gzipSync(html).length).toBeLessThan(30_000);
  // What comes on demand (search, saving a figure) does not come with the page.
  const loaded = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:css|js))"/g)];
  const assets = loaded.map(([, file = '']) => readFileSync(join(site, file)));
  expect(assets.length).toBeGreaterThan(1);
  expect(assets.reduce((sum, asset) => sum + gzipSync(asset).length, 0)).toBeLessThan(25_000);
});
