import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page in a browser of its own, and what a reader's browser would say of it. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of the console, errors, requests that failed or went elsewhere, a line each. */
  readonly complaints: readonly string[];
  /** All that it asked for, in that order: paths, and whole addresses of what is elsewhere. */
  readonly requests: readonly string[];
  /** Bytes that loading it took, compressed; fonts are compressed as they are. */
  readonly weight: () => Promise<Weight>;
  readonly close: () => Promise<void>;
}

export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly font: number;
}

const parts: Readonly<Record<string, keyof Weight>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'font',
};

/** Opens a page of the site at an origin and gathers what the browser complains about. */
export async function openPage(
  browser: Browser,
  origin: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  const bodies: Promise<Partial<Weight>>[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    requests.push(request.url().replace(origin, ''));
    if (!request.url().startsWith(origin)) complaints.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
    const part = parts[response.request().resourceType()];
    if (part === undefined) return;
    bodies.push(
      response.body().then(
        (body) => ({ [part]: part === 'font' ? body.length : gzipSync(body).length }),
        () => ({}),
      ),
    );
  });
  await page.goto(origin + path);
  if (options.javaScriptEnabled !== false) await listening(page);
  return {
    page,
    complaints,
    requests,
    weight: async () => {
      const sum = { html: 0, css: 0, js: 0, font: 0 };
      for (const body of await Promise.all(bodies)) {
        for (const part of Object.keys(sum) as (keyof Weight)[]) sum[part] += body[part] ?? 0;
      }
      return sum;
    },
    close: () => context.close(),
  };
}

/** Waits for the script of filters and heads of columns, which a reader sees disabled until it listens. */
export function listening(page: Page): Promise<void> {
  return page.locator(':is(.filter, th) :disabled').first().waitFor({ state: 'detached' });
}

/** How far parts of a page moved while it loaded, 0 is not at all, and which, a line each. */
export function layoutShift(page: Page): Promise<{ readonly by: number; readonly what: string }> {
  return page.evaluate(
    () =>
      new Promise((seen) => {
        const moves: { value: number; sources: { node: Node | null }[] }[] = [];
        const add = (entries: PerformanceEntryList) => {
          moves.push(...(entries as unknown as typeof moves));
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // Two frames: what is laid out by then was there to be seen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            const nodes = moves.flatMap(({ sources }) => sources.map(({ node }) => node));
            const what = nodes.map((node) =>
              node instanceof Element ? node.outerHTML.slice(0, 160) : (node?.textContent ?? '?'),
            );
            seen({ by: moves.reduce((sum, { value }) => sum + value, 0), what: what.join('\n') });
          }),
        );
      }),
  );
}

/** By how many px the page scrolls sideways, and what reaches farthest. */
export function sideways(page: Page): Promise<{ readonly by: number; readonly what: string }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const by = scrollWidth - clientWidth;
    if (by <= 0) return { by: 0, what: '' };
    let what = '';
    let farthest = 0;
    for (const element of document.body.querySelectorAll('*')) {
      const { right } = element.getBoundingClientRect();
      if (right >= farthest) [farthest, what] = [right, element.outerHTML.slice(0, 160)];
    }
    return { by, what };
  });
}
