import type { AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];

/**
 * Leaves the modules of ours that no browser loads out of the bundle of pages: the pages then use those that the
 * command has loaded, and what these hold (the book, its models), and nothing is compiled twice. Of a
 * build only: `astro dev` has to see what is edited in them.
 */
export function unbundled(): VitePlugin {
  return {
    name: 'clusterbook:unbundled',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    // Node resolves the same names by the `imports` of package.json, from wherever the bundle lies in the project.
    resolveId: (id) => (isForNode(id) ? { id, external: true } : undefined),
  };
}

/** Whether an import is of a module that Node can load as it is: those of the pages may need Vite. */
function isForNode(id: string): boolean {
  return /^#(?!components\/|layouts\/|pages\/).+\.ts$/.test(id);
}
