import { resolve } from 'node:path';
import { watchProgress } from '#site/build-progress.ts';
import { UserError } from '#user-error.ts';
import { chooseSnapshots } from './chosen-snapshots.ts';
import { defineCommand } from './command.ts';
import { contentFolders } from './content-folders.ts';
import { tuneForPages } from './page-memory.ts';
import { progressBar } from './progress.ts';

/** Renders the snapshots as a static site. */
export const command = defineCommand({
  usage: `clusterbook build [ID|PATH...]

Renders every snapshot; the samples only as long as there is no other. With ids it renders
these only, and with the path of anything that import reads it renders that, without keeping
a snapshot of it. Reads clusterbook.config.json in the working folder, if there is one.`,
  flags: {
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    content: { type: 'string', value: 'DIR', help: 'folder of your own Markdown, beside ours' },
    out: { type: 'string', value: 'DIR', default: 'dist', help: 'folder of the site' },
    base: { type: 'string', value: '/PATH', default: '/', help: 'path below which it is served' },
    site: { type: 'string', value: 'URL', help: 'origin it is served from: for the sitemap' },
    only: {
      type: 'string',
      value: 'ID|PATH',
      multiple: true,
      help: 'build this snapshot or dump only',
    },
    samples: { type: 'boolean', help: 'build the samples beside other snapshots' },
  },
  async run(values, named) {
    const started = performance.now();
    const out = resolve(values.out);
    const given = [...named, ...(values.only ?? [])];
    await using chosen = await chooseSnapshots(given, values.snapshots);
    const settings = {
      snapshots: resolve(values.snapshots),
      ...(chosen.imported !== undefined && { imported: chosen.imported }),
      content: contentFolders(values.content),
      configDir: resolve('.'),
      base: basePath(values.base),
      ...(values.site !== undefined && { site: siteOrigin(values.site) }),
      only: [...chosen.only],
      samples: values.samples ?? false,
    };
    tuneForPages();
    // Late: Astro and all kinds take longer to load than `--help` may take.
    const { buildSite } = await import('#site/build-site.ts');
    const { book, pages, written, removed } = await withBar(() => buildSite(settings, out));
    for (const warning of book.warnings) console.error(`Warning: ${warning}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${book.clusters.map(({ id }) => id).join(', ')}: ${pages.toLocaleString('en')} pages in ${seconds} s ` +
        `(${written.toLocaleString('en')} files written, ${removed.toLocaleString('en')} removed).`,
    );
    console.log(
      `Look at it: npm run preview${values.out === 'dist' ? '' : ` -- --out ${values.out}`}`,
    );
    return 0;
  },
});

async function withBar<Result>(work: () => Promise<Result>): Promise<Result> {
  const bar = progressBar();
  using _ = watchProgress(({ done, total, text }) => bar.show(done, total, text));
  try {
    return await work();
  } finally {
    bar.clear();
  }
}

function basePath(given: string): string {
  const path = `/${given}`.replace(/\/+/g, '/').replace(/\/$/, '');
  if (/^[\w./~-]*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part))) {
    return path || '/';
  }
  throw new UserError(`"${given}" is no path to serve a site below.`, {
    hint: 'Write it as in --base /docs/clusters.',
  });
}

function siteOrigin(given: string): string {
  const url = URL.parse(given);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.origin;
  throw new UserError(`"${given}" is no address of a site.`, {
    hint: 'Write it as in --site https://docs.example.com; a path goes into --base.',
  });
}
