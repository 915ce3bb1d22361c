/**
 * Draws the picture of the README from the sample clusters: `npm run build && npm run screenshots`.
 */
import { mkdir } from 'node:fs/promises';
import { launch, preview } from './browser.ts';

const pictures = [{ file: 'docs/cluster.png', path: '/docker-desktop/', height: 1560 }] as const;

const [browser, site] = await Promise.all([launch(), preview('dist')]);
try {
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
} finally {
  await browser.close();
  site.stop();
}
