/**
 * Draws every page type of the sample clusters in light, in dark and on a phone, and as it would be printed,
 * into `screenshots/`, to look through: `npm run build && npm run screenshots`. `-- --only WORD` draws the
 * types whose name holds the word, `-- --figures` every figure of the pages that have one of each kind, and
 * `-- --readme` the picture of the README.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launch, preview } from './browser.ts';
import { pageTypes } from './page-types.ts';

const folder = 'screenshots';

const pictures = [{ file: 'docs/cluster.png', path: '/docker-desktop/', height: 1560 }] as const;

/** Longest part of a page that is drawn, in px: the rest of a long list looks like its beginning. */
const maxHeight = 6000;

const looks = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
} as const satisfies Record<string, BrowserContextOptions>;

const withFigures = {
  cluster: '/shop-prod/',
  namespace: '/shop-prod/namespaces/shop/',
  Deployment: '/docker-desktop/objects/deployments.apps/kube-system/coredns/',
  Ingress: '/shop-prod/objects/ingresses.networking.k8s.io/shop/shop/',
  Node: '/docker-desktop/objects/nodes/docker-desktop/',
  Nodes: '/shop-prod/kinds/nodes/',
  claims: '/shop-prod/kinds/persistentvolumeclaims/',
  ServiceAccount: '/shop-prod/objects/serviceaccounts/shop/api/',
  diff: '/diff/shop-staging...shop-prod/',
  sequence: '/shop-prod/walkthrough/apply/',
  flowchart: '/shop-prod/walkthrough/scheduling/',
} as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist' },
    only: { type: 'string', default: '' },
    figures: { type: 'boolean' },
    readme: { type: 'boolean' },
  },
});
const [browser, site] = await Promise.all([launch(), preview(values.out)]);
try {
  await (values.readme ? drawPictures() : values.figures ? drawFigures() : drawPages());
} finally {
  await browser.close();
  site.stop();
}

async function drawPages(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const chosen = Object.entries(pageTypes).filter(([name]) => name.includes(values.only));
  for (const [look, options] of Object.entries(looks)) {
    const page = await newPage(options);
    for (const [name, path] of chosen) {
      await open(page, path);
      const height = Math.min(maxHeight, await page.evaluate(() => document.body.scrollHeight));
      const width = options.viewport.width;
      // What a link leads to is drawn where the reader would be; all else from the top.
      const clip = path.includes('#')
        ? {}
        : { fullPage: true, clip: { x: 0, y: 0, width, height } };
      await save(page, `${name}-${look}`, clip);
    }
    await page.close();
  }
  await drawPaper(chosen);
}

async function drawPaper(chosen: readonly (readonly [string, string])[]): Promise<void> {
  const page = await newPage(looks.light);
  for (const [name, path] of chosen) {
    await open(page, path);
    const file = join(folder, `${fileName(name)}.pdf`);
    await page.pdf({ path: file, format: 'A4' });
    console.log(file);
  }
  await page.close();
}

async function drawPictures(): Promise<void> {
  for (const { file, path, height } of pictures) {
    const page = await newPage({ viewport: { width: 1280, height } });
    await open(page, path);
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
}

async function drawFigures(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await newPage({ viewport: { width: 1280, height: 1200 }, colorScheme });
    for (const [name, path] of Object.entries(withFigures)) {
      await open(page, path);
      for (const [i, figure] of (await page.locator('.fig:visible').all()).entries()) {
        const file = join(folder, `figure-${fileName(name)}-${i + 1}-${colorScheme}.png`);
        await figure.screenshot({ path: file });
        console.log(file);
      }
    }
    await page.close();
  }
}

function newPage(options: BrowserContextOptions): Promise<Page> {
  return browser.newPage({ ...options, reducedMotion: 'reduce' });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path);
  await page.evaluate(() => document.fonts.ready);
}

async function save(
  page: Page,
  name: string,
  options: Parameters<Page['screenshot']>[0],
): Promise<void> {
  const file = join(folder, `${fileName(name)}.png`);
  await page.screenshot({ ...options, path: file });
  console.log(file);
}

function fileName(name: string): string {
  return name.replaceAll(' ', '-');
}
