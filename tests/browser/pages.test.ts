/** What holds of every page: one visit of each type, looked at in every way a reader may. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings, rulesOfColour } from './browser.ts';
import { layoutShift, sideways, type Weight } from './open-page.ts';
import { pageTypes } from './page-types.ts';
import { servedSite } from './served-site.ts';

const { open } = servedSite();

/** What a page of any type may weigh, compressed; those that show a whole cluster may have more HTML. */
const budget: Weight = { html: 30_000, css: 13_000, js: 12_000, font: 110_000 };
const manyObjects: Readonly<Record<string, number>> = { diff: 60_000 };

/** A place on a page is that page. */
const pages = Object.entries(pageTypes).filter(([, path]) => !path.includes('#'));

/** Widths: the narrowest phone, a phone, 200 % of a laptop, a tablet, a laptop, a desk. */
const widths = [320, 390, 640, 1024, 1280, 1920];

test.each(pages)('the %s page holds what is promised of all', async (type, path) => {
  const { page, complaints, weight, close } = await open(path);
  const shift = await layoutShift(page);
  expect(shift.by, shift.what).toBeLessThan(0.001);
  const { html, css, js, font } = await weight();
  expect(html, 'HTML').toBeLessThanOrEqual(manyObjects[type] ?? budget.html);
  expect(css, 'CSS').toBeLessThanOrEqual(budget.css);
  expect(js, 'JS').toBeLessThanOrEqual(budget.js);
  expect(css + js, 'CSS and JS').toBeLessThanOrEqual(25_000);
  expect(font, 'fonts').toBeLessThanOrEqual(budget.font);
  const [preloaded, loaded] = await fontsOf(page);
  expect(loaded, 'fonts loaded beside those preloaded').toBe(preloaded);
  expect(await findings(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, { rules: rulesOfColour }), 'dark').toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sideways(page), `${width} px`).toEqual({ by: 0, what: '' });
  }
  // A4 without its margins.
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.setViewportSize({ width: 672, height: 986 });
  expect(await sideways(page), 'paper').toEqual({ by: 0, what: '' });
  expect(await page.locator('.bar, .side, .foot, .filter').filter({ visible: true }).count()).toBe(
    0,
  );
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

/** How many fonts a page preloads, and how many it has loaded: one that is not used is a warning. */
function fontsOf(page: Page): Promise<readonly [number, number]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const links = document.querySelectorAll('link[rel="preload"][as="font"]');
    return [links.length, [...document.fonts].filter(({ status }) => status === 'loaded').length];
  });
}

test('who wants less motion gets none', async () => {
  const { page, close } = await open(pageTypes.Deployment, {
    reducedMotion: 'reduce',
  });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return (
          animationName !== 'none' ||
          !/^0s(, 0s)*$/.test(transitionDuration) ||
          scrollBehavior === 'smooth'
        );
      }).length,
  );
  expect(moving).toBe(0);
  await close();
});
