import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageTypes } from './page-types.ts';
import { servedSite } from './served-site.ts';

const { open, address } = servedSite();

const pathOf = (page: Page) => new URL(page.url()).pathname;

test('a box of a figure leads to the page of its object', async () => {
  const { page, complaints, close } = await open(pageTypes.Deployment);
  await page.locator('figure svg a', { hasText: 'kube-dns' }).first().click();
  await page.waitForURL('**/services/kube-system/kube-dns/**');
  expect(await page.locator('h1').textContent()).toBe('kube-dns');
  expect(complaints).toEqual([]);
  await close();
});

test('from the hub a reader gets to an object and back by links alone', async () => {
  const { page, complaints, close } = await open('/');
  await page.getByRole('link', { name: 'shop-prod', exact: true }).first().click();
  await page.waitForURL('**/shop-prod/');
  await page.locator('nav.side a[href="/shop-prod/namespaces/shop/"]').click();
  await page.waitForURL('**/shop-prod/namespaces/shop/');
  await page.locator('main').getByRole('link', { name: 'web', exact: true }).first().click();
  await page.waitForURL('**/objects/**');
  const crumbs = page.locator('.crumbs');
  expect(await crumbs.getByRole('link').allTextContents()).toEqual(
    expect.arrayContaining(['shop-prod', 'shop']),
  );
  await crumbs.getByRole('link', { name: 'shop-prod', exact: true }).click();
  await page.waitForURL('**/shop-prod/');
  expect(complaints).toEqual([]);
  await close();
});

test('from any page every namespace, kind and chapter is two clicks away', async () => {
  const { page, close } = await open(pageTypes.Service);
  const reached = new Set(await hrefsOf(page));
  const lists = [...reached].filter((href) => /\/(namespaces|kinds|walkthrough)\/$/.test(href));
  for (const list of lists) {
    await page.goto(address(list));
    for (const href of await hrefsOf(page)) reached.add(href);
  }
  await page.goto(address('/shop-prod/search/'));
  const all = (await hrefsOf(page)).filter((href) =>
    /^\/shop-prod\/(namespaces|kinds|walkthrough)\/[^/]+\/$/.test(href),
  );
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((href) => !reached.has(href))).toEqual([]);
  await close();
});

function hrefsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
  );
}

test('the same object of another cluster is one click away', async () => {
  const { page, close } = await open(pageTypes.Deployment);
  await page.locator('.same, .actions').getByRole('link', { name: 'shop-prod' }).first().click();
  await page.waitForURL('**/shop-prod/objects/deployments.apps/kube-system/coredns/');
  await close();
});

test('without JavaScript everything is there to read, and nothing that cannot be done', async () => {
  const { page, close } = await open(pageTypes.Pods, { javaScriptEnabled: false });
  expect(await page.locator('table.kubectl tbody tr').count()).toBeGreaterThan(50);
  expect(await page.locator('button:enabled').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('.filter').isVisible()).toBe(false);
  await page.locator('table.kubectl tbody a').first().click();
  expect(await page.locator('h1').isVisible()).toBe(true);
  await page.locator('details.menu > summary').first().click();
  await page
    .getByRole('link', { name: /docker-desktop/ })
    .first()
    .click();
  await page.waitForURL('**/docker-desktop/**');
  await close();
});

test('a chosen theme lasts over pages and visits; without a choice the system decides', async () => {
  const { page, complaints, close } = await open('/shop-prod/', { colorScheme: 'dark' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  expect(light).not.toBe(dark);
  const button = page.getByRole('button', { name: 'Dark theme' });
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  await button.click();
  expect([await ground(), await button.getAttribute('aria-pressed')]).toEqual([dark, 'true']);
  await page.goto(address(pageTypes.kinds));
  expect(await ground()).toBe(dark);
  await page.reload();
  expect(await ground()).toBe(dark);
  expect(complaints).toEqual([]);
  await close();
});

test('the YAML of an object is copied line by line as it stands there', async () => {
  const { page, complaints, close } = await open(pageTypes.Deployment, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const button = page.getByRole('button', { name: 'Copy YAML' });
  await button.click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n/);
  expect(copied).not.toContain('\n\n');
  expect(complaints).toEqual([]);
  await close();
});

test('the keyboard goes past the navigation, opens the menu and leaves it', async () => {
  const { page, close } = await open(pageTypes.namespace);
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  expect(await focused()).toBe('Skip to content');
  expect(
    await page.locator('a.skip').evaluate((link) => link.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  const menu = page.locator('header details.menu').first();
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await menu.getAttribute('open')).not.toBe(null);
  await page.keyboard.press('Escape');
  expect(await menu.getAttribute('open')).toBe(null);
  expect(await focused()).toContain('shop-prod');
  await close();
});

test('on a phone the contents open and close by keyboard', async () => {
  const { page, close } = await open(pageTypes.namespace, {
    viewport: { width: 390, height: 800 },
  });
  const side = page.locator('nav.side');
  expect(await side.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Contents of this cluster' }).focus();
  await page.keyboard.press('Enter');
  expect(await side.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await side.isVisible()).toBe(false);
  await close();
});

test('every element that takes the focus shows it', async () => {
  const { page, close } = await open(pageTypes.Deployment);
  const hidden: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return 'body';
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === 'none' || outlineWidth === '0px'
        ? element.outerHTML.slice(0, 80)
        : '';
    });
    if (unseen !== '') hidden.push(unseen);
  }
  expect(hidden).toEqual([]);
  await close();
});

test('an address without a page leads on', async () => {
  const { page, close } = await open('/');
  await page.goto(address('/shop-prod/objects/pods/shop/gone/'));
  expect(await page.locator('h1').textContent()).toBe('No page at this address');
  await page.getByRole('main').getByRole('link').first().click();
  await page.waitForURL(address('/'));
  expect(pathOf(page)).toBe('/');
  await close();
});
