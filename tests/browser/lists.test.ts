import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { listening } from './open-page.ts';
import { pageTypes } from './page-types.ts';
import { servedSite } from './served-site.ts';

const { open } = servedSite();

const rows = (page: Page) => page.locator('table.kubectl tbody tr').filter({ visible: true });

/** The texts of a column, rows from top to bottom. */
function column(page: Page, head: string): Promise<string[]> {
  return page.locator('table.kubectl').evaluate((table, name) => {
    if (!(table instanceof HTMLTableElement)) return [];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    const index = heads.findIndex((cell) => cell.textContent?.trim() === name);
    return [...(table.tBodies[0]?.rows ?? [])].map(
      (row) => row.cells[index]?.textContent?.trim() ?? '',
    );
  }, head);
}

/** Loads the page again, and waits until its table has taken up what the address asks for. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await listening(page);
}

test('a list is filtered by words and by state, and the address keeps it', async () => {
  const { page, complaints, close } = await open(pageTypes.Pods);
  const field = page.getByRole('searchbox', { name: 'Filter' });
  await field.fill('payments api');
  const found = await rows(page).allTextContents();
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((row) => row.includes('payments') && row.includes('api'))).toBe(true);
  expect(await page.locator('[data-count]').textContent()).toBe(`${found.length} of 101 Pods`);
  await reload(page);
  expect(await field.inputValue()).toBe('payments api');
  expect(await rows(page).count()).toBe(found.length);
  await field.fill('no such pod');
  expect(await page.getByText('No row holds all these words.').isVisible()).toBe(true);
  await field.fill('');
  await page.getByRole('button', { name: /Failing/ }).click();
  expect(await rows(page).count()).toBe(4);
  expect(new URL(page.url()).search).toBe('?state=bad');
  expect(complaints).toEqual([]);
  await close();
});

test('a filter takes nothing before its script has come', async () => {
  const { page, complaints, close } = await open(pageTypes.kinds);
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  const script = scripts.find((name) => name.includes('filtered-table'));
  const held = Promise.withResolvers<void>();
  await page.route(script ?? '', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  const field = page.getByRole('searchbox', { name: 'Filter' });
  expect(await field.isEnabled()).toBe(false);
  held.resolve();
  await field.fill('cronjob');
  expect(await page.getByRole('row', { name: 'Deployments' }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

test('a column sorts up, down and not at all, by keyboard, and says so', async () => {
  const { page, complaints, close } = await open(pageTypes.Pods);
  const before = await column(page, 'NAME');
  const head = page.getByRole('columnheader', { name: 'RESTARTS' });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  await page.keyboard.press('Space');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect((await column(page, 'RESTARTS')).slice(0, 3)).toEqual([
    expect.stringMatching(/^41 /),
    expect.stringMatching(/^3 /),
    expect.stringMatching(/^1 /),
  ]);
  expect(await page.locator('[data-count]').textContent()).toBe(
    '101 of 101 Pods, by RESTARTS, descending',
  );
  expect(await head.evaluate((cell) => cell.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe(null);
  expect(await column(page, 'NAME')).toEqual(before);
  expect(complaints).toEqual([]);
  await close();
});

test('the head of a long list stays in sight', async () => {
  for (const width of [1024, 1600]) {
    const { page, close } = await open(pageTypes.Pods, { viewport: { width, height: 700 } });
    await rows(page).last().scrollIntoViewIfNeeded();
    const head = await page.getByRole('columnheader', { name: 'NAME' }).first().boundingBox();
    const bar = await page.locator('.bar').boundingBox();
    expect(head?.y).toBeCloseTo(bar?.height ?? 0, -1);
    await close();
  }
});

test('on a phone a list is records, each with all that is known', async () => {
  const { page, close } = await open(pageTypes.Pods, { viewport: { width: 320, height: 640 } });
  const first = rows(page).first();
  expect(await first.evaluate((row) => getComputedStyle(row).display)).toBe('flex');
  expect(await first.textContent()).toMatch(/argocd-application-controller-0.*1\/1.*Running/s);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('payments');
  expect(await rows(page).count()).toBeGreaterThan(0);
  await close();
});

test('the namespaces of a cluster sort by what is broken in them, and are filtered', async () => {
  const { page, complaints, close } = await open(pageTypes.namespaces);
  const names = () => page.locator('tbody tr:visible td:first-child').allTextContents();
  const head = page.getByRole('columnheader', { name: 'Broken' });
  await head.getByRole('button').click();
  await head.getByRole('button').click();
  const broken = await page.locator('tbody td[data-l="Broken"]').allTextContents();
  const numbers = broken.map(Number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await page.getByRole('searchbox', { name: 'Filter' }).fill('shop-');
  expect((await names()).map((name) => name.trim())).toEqual(['shop-data']);
  expect(complaints).toEqual([]);
  await close();
});

test('nodes sort by how full they are across pools, and go back to their pools', async () => {
  const { page, complaints, close } = await open(pageTypes.nodes);
  const texts = () => page.locator('#list tbody tr').filter({ visible: true }).allTextContents();
  const before = await texts();
  const head = page.getByRole('columnheader', { name: 'CPU requested' });
  await head.getByRole('button').click();
  await head.getByRole('button').click();
  const percents = await page
    .locator('#list td[data-l="CPU requested"]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.dataset['sort'])));
  expect(percents).toHaveLength(6);
  expect(percents).toEqual(percents.toSorted((a, b) => b - a));
  expect(await texts()).toHaveLength(6);
  await head.getByRole('button').click();
  expect(await texts()).toEqual(before);
  expect(complaints).toEqual([]);
  await close();
});

test('a filter of kinds leaves the headings of what it found', async () => {
  const { page, complaints, close } = await open(pageTypes.kinds);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('cronjob');
  const rows = page.locator('table[data-rows] tbody tr').filter({ visible: true });
  const texts = (await rows.allTextContents()).map((text) => text.trim());
  expect(texts[0]).toBe('Workloads');
  expect(texts[1]).toMatch(/^CronJobs/);
  expect(texts).toHaveLength(2);
  await page.getByRole('columnheader', { name: 'Objects' }).getByRole('button').click();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  expect(await page.locator('tr.grp').filter({ visible: true }).count()).toBe(0);
  await reload(page);
  expect(await page.getByRole('columnheader', { name: 'Objects' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
  expect(complaints).toEqual([]);
  await close();
});
