/**
 * Checks every import under src/ and scripts/ against the layer table in ARCHITECTURE.md, so that the
 * page a newcomer reads and the rule that holds are one thing. Exit 1 and one line per breach.
 */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

interface Layer {
  readonly mayImport: ReadonlySet<string>;
  readonly files: boolean;
  readonly network: boolean;
}

const openToAll = new Set(['user-error.ts', 'config']);
const markup = new Set(['components', 'layouts', 'pages']);

/** Rows of the layer table: `| folder | imports | world |`. */
function readLayers(markdown: string): ReadonlyMap<string, Layer> {
  const rows = markdown.matchAll(/^\| `([a-z]+)` \| ([^|]+) \| ([^|]+) \|$/gm);
  return new Map(
    [...rows].map(([, folder = '', imports = '', world = '']) => [
      folder,
      {
        mayImport: new Set(imports.match(/[a-z]+/g) ?? []),
        files: world.includes('files'),
        network: world.includes('network'),
      },
    ]),
  );
}

/** Module names in a file's static imports, re-exports and `import()` calls. */
function importsOf(source: string): readonly string[] {
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map(([, from, bare, late]) => from ?? bare ?? late ?? '');
}

/** The folder of src that an import leads to, however it is written; nothing for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0];
  if (!specifier.startsWith('.')) return undefined;
  return posix.relative('src', posix.join(posix.dirname(file), specifier)).split('/')[0];
}

function breach(file: string, folder: string, layer: Layer, specifier: string): string | undefined {
  if (specifier.startsWith('@kubernetes/') && folder !== 'cluster') {
    return 'only src/cluster talks to Kubernetes';
  }
  if (specifier.startsWith('node:') && !layer.files && !layer.network && !markup.has(folder)) {
    return `src/${folder} is pure: values in, values out`;
  }
  const target = targetOf(file, specifier);
  if (target === undefined || target === folder) return undefined;
  if (openToAll.has(target) || layer.mayImport.has(target)) return undefined;
  return `src/${folder} may import from src: ${[...layer.mayImport].join(', ') || 'nothing'}`;
}

function breachesOf(file: string, layers: ReadonlyMap<string, Layer>): readonly string[] {
  const [root, folder = ''] = file.split('/');
  if (root === 'scripts') {
    return importsOf(readFileSync(file, 'utf8'))
      .filter((specifier) => markup.has(specifier.slice(1).split('/')[0] ?? ''))
      .map((specifier) => `${file}: imports ${specifier}; scripts do not import markup`);
  }
  if (file.split('/').length === 2) return [];
  const layer = layers.get(folder);
  if (layer === undefined) return [`${file}: src/${folder} has no line in ARCHITECTURE.md`];
  return importsOf(readFileSync(file, 'utf8')).flatMap((specifier) => {
    const reason = breach(file, folder, layer, specifier);
    return reason === undefined ? [] : [`${file}: imports ${specifier}; ${reason}`];
  });
}

const layers = readLayers(readFileSync('ARCHITECTURE.md', 'utf8'));
const files = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.ts'])
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();
const breaches = files.flatMap((file) => breachesOf(file, layers));

for (const line of breaches) console.error(line);
if (layers.size === 0) console.error('ARCHITECTURE.md has no layer table.');
if (breaches.length > 0 || layers.size === 0) process.exitCode = 1;
else console.log(`Layers: ${files.length} files keep to the table in ARCHITECTURE.md.`);
