import { defineConfig } from 'astro/config';
import { objectRoutes } from './src/site/object-routes.ts';
import { readSettings } from './src/site/settings.ts';
import { unbundled } from './src/site/unbundled.ts';
import { sitemap } from './src/site/write-sitemap.ts';

const { base, site } = readSettings();

export default defineConfig({
  output: 'static',
  base,
  ...(site && { site }),
  trailingSlash: 'always',
  // A strict policy without exceptions: no style or script stands in the page itself.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    plugins: [unbundled()],
    build: { assetsInlineLimit: 0 },
    // What a build renders beside the project is no source of a page.
    server: { watch: { ignored: ['**/.cache/**'] } },
  },
  devToolbar: { enabled: false },
  integrations: [objectRoutes(), sitemap()],
});
