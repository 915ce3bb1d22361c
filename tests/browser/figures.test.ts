import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Download } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from './browser.ts';
import { servedSite } from './served-site.ts';

const site = servedSite();

async function open(path: string, options: BrowserContextOptions = {}) {
  const opened = await site.open(path, options);
  const { page } = opened;
  if (options.javaScriptEnabled !== false) {
    await page.waitForSelector('.fig-tool', { state: 'attached' });
  }
  // A namespace has several figures; the one of the whole is in a section of its own.
  const figure = page
    .locator(path === namespace ? '#map figure' : 'figure:has(> .fig-tools)')
    .first();
  return { ...opened, figure };
}

const namespace = '/shop-prod/namespaces/shop/';
const sequence = '/shop-prod/walkthrough/apply/';
const pages = {
  'map of a cluster': '/docker-desktop/',
  'figure of a namespace': namespace,
  'namespaces among each other and who is powerful': '/shop-prod/',
  'figure of an object, one step further, and what it owns':
    '/shop-prod/objects/deployments.apps/shop/api/',
  'way of a request': '/shop-prod/objects/ingresses.networking.k8s.io/shop/shop/',
  'storage of a claim': '/shop-prod/objects/persistentvolumeclaims/shop-data/data-postgres-0/',
  'storage of a cluster': '/shop-prod/kinds/persistentvolumeclaims/',
  'rights of an account': '/shop-prod/objects/serviceaccounts/shop/deployer/',
  'nodes and what runs there': '/shop-prod/kinds/nodes/',
  'what runs on a node': '/docker-desktop/objects/nodes/docker-desktop/',
  'figure of a diff': '/diff/shop-staging...shop-prod/',
  'sequence in Mermaid': sequence,
  'flowchart in Mermaid': '/shop-prod/walkthrough/scheduling/',
};

test.each(Object.entries(pages))('axe finds nothing in the %s, light or dark', async (_, path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints, close } = await open(path, { colorScheme });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await findings(page, { within: 'figure' })).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }
});

test('without JavaScript a figure has its links, its list and its source, and no button', async () => {
  const { figure, close } = await open(namespace, { javaScriptEnabled: false });
  expect(await figure.locator('button, input').count()).toBe(0);
  expect(await figure.locator('.fig-tools').isVisible()).toBe(false);
  expect(await figure.locator('svg a.n').count()).toBeGreaterThan(10);
  await figure.getByText('The figure as a list').click();
  expect(await figure.locator('details li').first().isVisible()).toBe(true);
  await close();
});

test('a box in focus shows its own lines and what they lead to', async () => {
  const { page, figure, close } = await open(namespace);
  const box = figure.locator('svg a.n', { hasText: 'Ingresslegacy' });
  await box.focus();
  expect(await figure.locator('.hot path.e').count()).toBe(3);
  const near = await figure.locator('.n.near > title').allTextContents();
  expect(near).toContain('Ingress legacy');
  expect(near).toHaveLength(4);
  await page.locator('h1').click();
  expect(await figure.locator('.hot path').count()).toBe(0);
  await close();
});

test('a figure is zoomed by keys and by buttons, and the page below stays where it is', async () => {
  const { figure, close } = await open(namespace);
  const widthOf = async () => (await figure.locator('svg').first().boundingBox())?.width ?? 0;
  const heightOf = async () => (await figure.boundingBox())?.height ?? 0;
  const [width, height] = [await widthOf(), await heightOf()];
  await figure.locator('.fig').focus();
  await figure.locator('.fig').press('+');
  await figure.getByRole('button', { name: 'Zoom in' }).click();
  expect(await figure.locator('output').textContent()).toBe('156 %');
  expect(await widthOf()).toBeGreaterThan(width * 1.4);
  expect(Math.abs((await heightOf()) - height)).toBeLessThan(2);
  await figure.locator('.fig').press('0');
  expect(await widthOf()).toBe(width);
  await close();
});

test('a zoomed figure follows the mouse, and what was only moved is not opened', async () => {
  const { page, figure, close } = await open(namespace);
  await figure.getByRole('button', { name: 'Zoom in' }).click();
  const legacy = figure.locator('svg a.n', { hasText: 'Ingresslegacy' });
  await legacy.scrollIntoViewIfNeeded();
  const box = await legacy.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y - 40, { steps: 4 });
  await page.mouse.up();
  const after = await legacy.boundingBox();
  expect(after?.y).toBeLessThan((box?.y ?? 0) - 20);
  expect(new URL(page.url()).pathname).toBe(namespace);
  await close();
});

test('a search leaves the boxes that hold all the words', async () => {
  const { figure, close } = await open(namespace);
  await figure.locator('.fig').press('/');
  await figure.getByRole('searchbox').pressSequentially('secret ');
  const hits = await figure.locator('.n.hit > title').allTextContents();
  expect(hits.length).toBeGreaterThan(1);
  expect(hits.filter((hit) => !hit.toLowerCase().includes('secret'))).toEqual([]);
  await figure.getByRole('searchbox').press('Enter');
  expect(await figure.locator('[role="status"]').textContent()).toBe(
    `1 of ${hits.length}: ${hits[0]}`,
  );
  await close();
});

test('the whole screen is given and taken back', async () => {
  const { page, figure, close } = await open(namespace);
  await figure.getByRole('button', { name: 'Full screen' }).click();
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'figure');
  await figure.getByRole('button', { name: 'Leave full screen' }).click();
  await page.waitForFunction(() => document.fullscreenElement === null);
  await close();
});

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test.each([namespace, sequence])('the files of %s need nothing else', async (path) => {
  const { page, figure, complaints, close } = await open(path);
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name }).click(),
    ]);
    return bytesOf(download);
  };
  const svg = (await save('Save as SVG')).toString();
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).not.toMatch(/var\(| class=| style=|<style|<script/);
  for (const [, id] of svg.matchAll(/(?:href="|url\(["']?|url\(&quot;)#([\w-]+)/g)) {
    expect(svg).toContain(`id="${id}"`);
  }
  expect(svg.match(/ href="(?!https?:|#)/g)).toBeNull();
  const png = await save('Save as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [, natural = 0] = / width="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  expect(png.readUInt32BE(16)).toBe(Math.floor(2 * natural));
  // Nothing but ground would compress to a few hundred bytes.
  expect(png.length).toBeGreaterThan(20_000);
  expect(complaints).toEqual([]);
  await close();
});

test('the Mermaid source is copied', async () => {
  const { page, figure, close } = await open(sequence, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await figure.getByRole('button', { name: 'Copy Mermaid' }).click();
  await figure.getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^sequenceDiagram\n/);
  await close();
});

test('the scripts of figures are at most 8 kB', async () => {
  const { page, close } = await open(namespace);
  const script = await page.locator('script[src*="figures."]').first().getAttribute('src');
  const save = await page.locator('.fig-tools').first().getAttribute('data-save');
  let bytes = 0;
  for (const address of [script, save]) {
    const answer = await fetch(site.address(address ?? ''));
    expect(answer.headers.get('content-type')).toContain('javascript');
    bytes += gzipSync(await answer.text()).length;
  }
  expect(bytes).toBeLessThanOrEqual(8 * 1024);
  await close();
});
