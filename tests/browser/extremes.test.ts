/** Pages of what is legal and hard: they stay usable, and what strangers wrote stays text. */
import { expect, test } from 'vitest';
import { longestName } from '#tests/site/extreme-objects.ts';
import { findings } from './browser.ts';
import { layoutShift, sideways } from './open-page.ts';
import { servedSite } from './served-site.ts';

const { open } = servedSite('large');

const objects = '/extremes/objects';
const hard = {
  'home of the cluster': '/extremes/',
  namespace: '/extremes/namespaces/extremes/',
  'namespace constructor': '/extremes/namespaces/constructor/',
  'ConfigMap of 900 kB': `${objects}/configmaps/extremes/large/`,
  'ConfigMap constructor': `${objects}/configmaps/extremes/constructor/`,
  'ConfigMap from right to left': `${objects}/configmaps/extremes/right-to-left/`,
  '200 levels of nesting': `${objects}/towers.example.com/extremes/deep/`,
  'Deployment of 300 Pods': `${objects}/deployments.apps/extremes/crowd/`,
  'list of ConfigMaps': '/extremes/kinds/configmaps/',
  'list of 500 Pods': '/synthetic/kinds/pods/',
  'what changed when': '/extremes/timeline/',
  difference: '/diff/extremes@2026-11-21T1000Z...extremes/',
} as const;

test.each(Object.entries(hard))('the page of the %s stays usable', async (_name, path) => {
  const { page, complaints, close } = await open(path);
  const shift = await layoutShift(page);
  expect(shift.by, shift.what).toBeLessThan(0.001);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sideways(page), `${width} px`).toEqual({ by: 0, what: '' });
  }
  expect(
    await page.locator('main').locator('script:not([src^="/_astro/"]), img, iframe').count(),
  ).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  'namespace',
  'ConfigMap from right to left',
  'what changed when',
  'difference',
] as const)('axe finds nothing on the page of the %s', async (name) => {
  const { page, close } = await open(hard[name]);
  expect(await findings(page)).toEqual([]);
  await close();
});

test('a list of 500 is filtered and sorted while one types', async () => {
  const { page, complaints, close } = await open(hard['list of 500 Pods']);
  const rows = page.locator('table.kubectl tbody tr').filter({ visible: true });
  expect(await rows.count()).toBe(500);
  expect(await page.locator('[data-count]').textContent()).toMatch(/^Pods 1 to 500 of [\d,]+$/);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('app-000001');
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(20);
  await page.getByRole('columnheader', { name: 'NAME', exact: true }).getByRole('button').click();
  expect(await rows.count()).toBe(found);
  expect(complaints).toEqual([]);
  await close();
});

test('the longest name that may be does not push anything aside', async () => {
  for (const width of [320, 1280]) {
    const { page, close } = await open(hard['list of ConfigMaps'], {
      viewport: { width, height: 800 },
    });
    await page.getByRole('link', { name: longestName }).first().click();
    await page.waitForURL(/long-long/);
    expect(await page.locator('h1').textContent()).toBe(longestName);
    expect(await sideways(page)).toEqual({ by: 0, what: '' });
    await close();
  }
});

test('what is nested 200 times deep can be read to its end', async () => {
  const { page, close } = await open(hard['200 levels of nesting']);
  const end = page.locator('pre .l', { hasText: '<script>alert(1)</script>' }).last();
  await end.scrollIntoViewIfNeeded();
  expect(await end.isVisible()).toBe(true);
  await close();
});
