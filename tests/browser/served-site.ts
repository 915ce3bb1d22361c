import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launch, preview } from './browser.ts';
import { type OpenPage, openPage } from './open-page.ts';

/** A browser, and a built site as `preview` serves it, for the tests of one file. */
export interface ServedSite {
  /** Opens a page by its path. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** The address of a path. */
  address(path: string): string;
}

/**
 * Starts both before the tests of this file and stops them after.
 *
 * @param name - Of the site in `tests/site/built-site.ts`: that of the samples, or what is large and hard.
 */
export function servedSite(name: 'site' | 'large' = 'site'): ServedSite {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof preview>>;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), preview(inject(name))]);
  });
  afterAll(async () => {
    served?.stop();
    await browser?.close();
  });
  return {
    open: (path, options) => openPage(browser, served.origin, path, options),
    address: (path) => served.origin + path,
  };
}
