import { defineConfig } from 'astro/config';
import { objectRoutes } from './src/site/object-routes.ts';
import { readSettings } from './src/site/settings.ts';
import { sitemap } from './src/site/write-sitemap.ts';

const { base, site } = readSettings();

export default defineConfig({
  output: 'static',
  base,
  ...(site && { site }),
  trailingSlash: 'always',
  // A strict policy without exceptions: no style or script stands in the page itself.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [objectRoutes(), sitemap()],
});
