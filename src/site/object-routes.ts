import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadBook, renewContent } from './book.ts';
import { batchFolder } from './object-batches.ts';
import { makePrintable } from './printable.ts';
import { readSettings } from './settings.ts';
import { writeObjectPages } from './write-object-pages.ts';

/**
 * The pages of objects. A build renders them in batches, which costs half of a page per route, and
 * splits the result; `astro dev` renders one at a time with the same component, and shows what is edited in the
 * content as soon as it is saved.
 */
export function objectRoutes(): AstroIntegration {
  return {
    name: 'object-routes',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        injectRoute(
          command === 'build'
            ? {
                pattern: `/${batchFolder}/[...name]`,
                entrypoint: new URL('../pages/_objects/Batch.astro', import.meta.url),
              }
            : {
                pattern: '/[id]/objects/[...rest]',
                entrypoint: new URL('../pages/_objects/Single.astro', import.meta.url),
              },
        );
      },
      'astro:server:setup': ({ server }) => {
        const folders = readSettings().content;
        server.watcher.add([...folders]);
        server.watcher.on('all', (_, path) => {
          if (!folders.some((folder) => path.startsWith(folder))) return;
          renewContent();
          // Astro forgets the paths it asked pages for: a chapter may be new, or gone.
          for (const { hot } of Object.values(server.environments)) {
            hot.send('astro:content-changed', {});
          }
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:generated': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        // Pages out of a batch are made so one by one as they are written.
        makePrintable(folder, batchFolder);
        writeObjectPages(await loadBook(), folder);
      },
    },
  };
}
