import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findings, launch, preview } from './browser.ts';

let browser: Browser;
let served: Awaited<ReturnType<typeof preview>>;

beforeAll(async () => {
  [browser, served] = await Promise.all([launch(), preview(inject('site'))]);
});

afterAll(async () => {
  served?.stop();
  await browser?.close();
});

/** Opens a page and gathers what a reader's browser would complain about. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(served.origin)) complaints.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  await page.goto(served.origin + path);
  return { page, complaints, close: () => context.close() };
}

const seriousFindings = (page: Page) => findings(page, { impacts: ['serious', 'critical'] });

const kinds = {
  hub: '/',
  cluster: '/docker-desktop/',
  chapter: '/docker-desktop/walkthrough/control-plane/',
  namespace: '/shop-prod/namespaces/shop/',
  list: '/shop-prod/kinds/pods/',
  kinds: '/shop-prod/kinds/',
  events: '/shop-prod/kinds/events/',
  'system namespace': '/docker-desktop/namespaces/kube-system/',
  object: '/docker-desktop/objects/deployments.apps/kube-system/coredns/',
  ConfigMap: '/docker-desktop/objects/configmaps/kube-system/coredns/',
  ClusterRole: '/docker-desktop/objects/clusterroles.rbac.authorization.k8s.io/admin/',
  Node: '/docker-desktop/objects/nodes/docker-desktop/',
  Ingress: '/shop-prod/objects/ingresses.networking.k8s.io/shop/legacy/',
  'static Pod': '/docker-desktop/objects/pods/kube-system/kube-apiserver-docker-desktop/',
  diff: '/diff/shop-staging...shop-prod/',
  matrix: '/matrix/',
  findings: '/shop-prod/findings/',
  finding: '/shop-prod/findings/missing-reference/',
  timeline: '/shop-prod/timeline/',
  glossary: '/glossary/',
  'chapter with tables': '/shop-prod/walkthrough/node-failure/',
  'chapter with Mermaid': '/shop-prod/walkthrough/traffic-in/',
};

test.each(Object.entries(kinds))(
  'the %s page loads without complaint and axe finds nothing serious',
  async (_kind, path) => {
    const { page, complaints, close } = await open(path);
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);

test.each(Object.entries(kinds))('the %s page is as well in the dark', async (_kind, path) => {
  const { page, close } = await open(path, { colorScheme: 'dark' });
  expect(await seriousFindings(page)).toEqual([]);
  await close();
});

test.each(Object.entries(kinds))(
  'the %s page does not scroll sideways on a phone',
  async (_kind, path) => {
    const { page, close } = await open(path, { viewport: { width: 390, height: 800 } });
    const [scroll, width] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(scroll).toBeLessThanOrEqual(width ?? 0);
    await close();
  },
);

test('a box of a figure leads to the page of its object', async () => {
  const { page, complaints, close } = await open(kinds.object);
  await page.locator('figure svg a', { hasText: 'kube-dns' }).first().click();
  await page.waitForURL('**/services/kube-system/kube-dns/**');
  expect(await page.locator('h1').textContent()).toBe('kube-dns');
  expect(complaints).toEqual([]);
  await close();
});

test('without JavaScript everything is there to read', async () => {
  const { page, close } = await open(kinds.list, { javaScriptEnabled: false });
  expect(await page.locator('table.kubectl tbody tr').count()).toBeGreaterThan(50);
  await page.locator('table.kubectl tbody a').first().click();
  expect(await page.locator('h1').isVisible()).toBe(true);
  await close();
});

test('a reader can filter a list and choose the theme', async () => {
  const { page, complaints, close } = await open(kinds.list);
  await page.locator('input[data-filter]').fill('payments');
  const visible = page.locator('table.kubectl tbody tr:visible');
  const rows = await visible.allTextContents();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.includes('payments'))).toBe(true);
  await page.locator('[data-theme-switch]').click();
  expect(await page.locator('html').getAttribute('data-theme')).toMatch(/dark|light/);
  expect(complaints).toEqual([]);
  await close();
});
