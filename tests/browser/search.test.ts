import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from './browser.ts';
import { servedSite } from './served-site.ts';

const { open } = servedSite();

/** Types into the search and waits for the answer to all of it. */
async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').fill(text);
  await page
    .locator('.find-say')
    .filter({ hasText: /result|Nothing|could not/ })
    .waitFor();
}

const options = (page: Page) => page.getByRole('option');
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

test('a page loads neither script nor index of the search before somebody asks', async () => {
  const { requests, close } = await open('/shop-prod/');
  expect(requests.filter((url) => /index\.json|dialog.*\.js/.test(url))).toEqual([]);
  await close();
});

test('a slash opens the search, arrows choose, and Enter leads to a Pod on the page of its owner', async () => {
  const { page, complaints, requests, close } = await open('/docker-desktop/');
  await page.keyboard.press('/');
  await ask(page, 'coredns kind:pod');
  const [first, second] = await options(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute('href') ?? ''),
  );
  expect(await chosen(page).getAttribute('href')).toBe(first);
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page).getAttribute('href')).toBe(second);
  expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
    await chosen(page).getAttribute('id'),
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${first}`);
  expect(first).toContain('/deployments.apps/kube-system/coredns/#pod-coredns-');
  expect(await page.locator(`[id="${first?.split('#')[1]}"]`).count()).toBe(1);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);
  await close();
});

test('what is typed before the search is there is not lost', async () => {
  const { page, close } = await open('/docker-desktop/');
  await page.keyboard.type('/coredns');
  await page.getByRole('combobox').waitFor();
  await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('coredns');
  await close();
});

test('Ctrl K opens it from a field of the page, and Escape gives the field back', async () => {
  const { page, close } = await open('/shop-prod/kinds/pods/');
  const field = page.locator('input[data-filter]');
  await field.focus();
  await page.keyboard.press('/');
  expect(await field.inputValue()).toBe('/');
  await page.keyboard.press('Control+k');
  await ask(page, 'shop');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test('filters narrow the results, and a second press takes one back', async () => {
  const { page, close } = await open('/shop-prod/');
  await page.locator('a.find').click();
  await ask(page, 'web');
  const all = await options(page).count();
  const chip = page.locator('.find-box .chip', { hasText: 'Deployment' }).first();
  await chip.click();
  await page.locator('.find-box .chip[aria-pressed="true"]', { hasText: 'Deployment' }).waitFor();
  const kinds = await page.locator('.hits .kind').allTextContents();
  expect(new Set(kinds)).toEqual(new Set(['Deployment']));
  await page.locator('.find-box .chip[aria-pressed="true"]', { hasText: 'Deployment' }).click();
  await expect.poll(() => options(page).count()).toBe(all);
  expect(await page.getByRole('combobox').inputValue()).toBe('web');
  await close();
});

test('all clusters are searched from the hub, and from a cluster on demand', async () => {
  const { page, complaints, close } = await open('/');
  await page.keyboard.press('Control+k');
  await ask(page, 'coredns kind:deployment');
  const clusters = await page.locator('.hits small').allTextContents();
  expect(new Set(clusters.map((text) => text.split(' · ')[0]))).toEqual(
    new Set(['docker-desktop', 'shop-prod', 'shop-staging']),
  );
  expect(complaints).toEqual([]);
  await close();
});

test('what may have been meant is a press of Enter away', async () => {
  const { page, complaints, close } = await open('/shop-prod/');
  await page.keyboard.press('/');
  await ask(page, 'cordns');
  expect(await page.locator('.find-say').textContent()).toBe(
    'Nothing is called “cordns” here. Did you mean coredns?',
  );
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await options(page).first().waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('coredns');
  expect(await chosen(page).textContent()).toContain('coredns');
  expect(complaints).toEqual([]);
  await close();
});

test('a command for kubectl leads to what it is about', async () => {
  const { page, close } = await open('/shop-prod/');
  await page.keyboard.press('/');
  await ask(page, 'kubectl -n kube-system describe deploy/coredns');
  expect(
    await options(page).evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
  ).toEqual(['/shop-prod/objects/deployments.apps/kube-system/coredns/']);
  await close();
});

test('what strangers wrote is shown as text', async () => {
  const { page, close } = await open('/shop-prod/');
  await page.keyboard.press('/');
  await ask(page, '<img/src=x>');
  expect(await page.locator('.find-say').textContent()).toContain('“<img/src=x>”');
  expect(await page.locator('.find-box img').count()).toBe(0);
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing in the %s search', async (colorScheme) => {
  const { page, close } = await open('/shop-prod/', { colorScheme });
  await page.keyboard.press('/');
  await options(page).first().waitFor();
  expect(await findings(page)).toEqual([]);
  await ask(page, 'shop');
  expect(await findings(page)).toEqual([]);
  await ask(page, 'qwertz');
  expect(await findings(page)).toEqual([]);
  await close();
});

test('the search fits a narrow phone', async () => {
  const { page, close } = await open('/shop-prod/', { viewport: { width: 320, height: 640 } });
  await page.locator('a.find').click();
  await ask(page, 'shop');
  const box = await page.locator('.find-box').boundingBox();
  expect(box?.width).toBeLessThanOrEqual(320);
  const overflow = await page
    .locator('.hits')
    .evaluate((list) => list.scrollWidth - list.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await close();
});

test('an address with a question opens the search with its answer', async () => {
  const { page, close } = await open('/docker-desktop/search/?q=kube-dns');
  await options(page).first().waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('kube-dns');
  await close();
});

test('without JavaScript the page of search leads to every namespace and kind', async () => {
  const { page, close } = await open('/docker-desktop/', { javaScriptEnabled: false });
  await page.locator('a.find').click();
  await page.waitForURL('**/docker-desktop/search/');
  expect(await page.locator('#namespaces a').count()).toBe(4);
  expect(await page.locator('#kinds a').count()).toBeGreaterThan(20);
  expect(await page.locator('.ways').isVisible()).toBe(false);
  await close();
});

test('an index that cannot be loaded is said, with a way on', async () => {
  const { page, close } = await open('/docker-desktop/');
  await page.route('**/search/index.json', (route) => route.abort());
  await page.keyboard.press('/');
  const status = page.locator('.find-say').filter({ hasText: 'could not be loaded' });
  await status.waitFor();
  expect(await status.getByRole('link').getAttribute('href')).toBe('/docker-desktop/search/');
  await close();
});
