import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** The Chromium that ships inside a package: nothing to install, nothing to download. */
export async function launch(): Promise<Browser> {
  // The package unpacks its own shared libraries only where it believes itself on such a machine, and
  // it looks when it is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const [{ default: chromium }, playwright] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ]);
  return playwright.chromium.launch({
    executablePath: await chromium.executablePath(),
    // The package's own arguments switch off web security; a test of a strict policy wants it on.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** `clusterbook preview` of a built site, as a reader would start it. */
export async function preview(
  site: string,
): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const child = spawn(
    process.execPath,
    ['scripts/clusterbook.mjs', 'preview', '--out', site, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    return { origin: new URL(line).origin, stop: () => child.kill() };
  }
  throw new Error('preview ended without an address.');
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Rules whose answer depends on colours: all that another colour scheme can break. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block'] as const;

/** What axe finds, a line each: in the whole page or within a selector, by all rules or by some. */
export async function findings(
  page: Page,
  { within, rules }: { readonly within?: string; readonly rules?: readonly string[] } = {},
): Promise<string[]> {
  // Through the debugger: the page's own policy allows no script that is not the site's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ([selector, only]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(on: unknown, options: object): Promise<AxeResult> };
      };
      // What passes is not listed: naming every element that does takes longer than looking at it.
      const resultTypes = ['violations'];
      return axe.run(selector ?? document, only ? { runOnly: only, resultTypes } : { resultTypes });
    },
    [within, rules] as const,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}
