/**
 * Draws the picture of the README from the sample clusters: `npm run build && npm run screenshots`. With
 * `-- --figures DIR` it draws instead every figure of the pages that have one of each kind, light and
 * dark, into a folder to look through.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, preview } from './browser.ts';

const pictures = [{ file: 'docs/cluster.png', path: '/docker-desktop/', height: 1560 }] as const;

const withFigures = {
  cluster: '/shop-prod/',
  namespace: '/shop-prod/namespaces/shop/',
  Deployment: '/docker-desktop/objects/deployments.apps/kube-system/coredns/',
  Ingress: '/shop-prod/objects/ingresses.networking.k8s.io/shop/shop/',
  Node: '/docker-desktop/objects/nodes/docker-desktop/',
  Nodes: '/shop-prod/kinds/nodes/',
  claims: '/shop-prod/kinds/persistentvolumeclaims/',
  ServiceAccount: '/shop-prod/objects/serviceaccounts/shop/api/',
  diff: '/diff/shop-staging...shop-prod/',
  sequence: '/shop-prod/walkthrough/apply/',
  flowchart: '/shop-prod/walkthrough/scheduling/',
} as const;

const { values } = parseArgs({ options: { figures: { type: 'string' } } });
const [browser, site] = await Promise.all([launch(), preview('dist')]);
try {
  await (values.figures === undefined ? drawPictures() : drawFigures(values.figures));
} finally {
  await browser.close();
  site.stop();
}

async function drawPictures(): Promise<void> {
  await mkdir('docs', { recursive: true });
  for (const { file, path, height } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1280, height },
      reducedMotion: 'reduce',
    });
    await page.goto(site.origin + path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
}

async function drawFigures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 1200 },
      reducedMotion: 'reduce',
      colorScheme,
    });
    for (const [name, path] of Object.entries(withFigures)) {
      await page.goto(site.origin + path);
      await page.evaluate(() => document.fonts.ready);
      const figures = page.locator('.fig:visible');
      for (let i = 0; i < (await figures.count()); i++) {
        const file = join(folder, `${name}-${i + 1}-${colorScheme}.png`);
        await figures.nth(i).screenshot({ path: file });
        console.log(file);
      }
    }
    await page.close();
  }
}
