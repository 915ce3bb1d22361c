import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { parseRules, type Rules } from '#config/rules.ts';
import { mayBeCompared } from '#diff/derived.ts';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { formatJson } from '#diff/format-json.ts';
import { formatMarkdown } from '#diff/format-markdown.ts';
import { formatText, type Paint, type Tone } from '#diff/format-text.ts';
import type { Matrix } from '#diff/matrix.ts';
import type { SnapshotDiff } from '#diff/snapshot-diff.ts';
import { UserError } from '#user-error.ts';
import { defineCommand } from './command.ts';
import { readSide } from './read-side.ts';

const colours = {
  '+': 'cyan',
  '-': 'yellow',
  '~': 'magenta',
  '>': 'magenta',
  heading: 'bold',
  concern: 'red',
  quiet: 'dim',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

export const command = defineCommand({
  usage: `clusterbook diff BEFORE AFTER [MORE...] [flags]

BEFORE and AFTER are ids of snapshots, snapshot folders, or dumps that import can read. With more than
two, the answer is a matrix: versions, components and images of each.
Exit status: 0 the same, 1 there are differences, 2 could not compare.`,
  flags: {
    snapshots: {
      type: 'string',
      value: 'DIR',
      default: 'snapshots',
      help: 'where ids are looked up',
    },
    format: { type: 'string', value: 'FORMAT', default: 'text', help: 'text, json or markdown' },
    rules: { type: 'string', value: 'FILE', help: 'names that differ and differences to expect' },
    'map-namespace': {
      type: 'string',
      value: 'A=B',
      multiple: true,
      help: 'namespace A of BEFORE is B of AFTER; * allowed',
    },
    'map-name': {
      type: 'string',
      value: 'A=B',
      multiple: true,
      help: 'the same for names of objects',
    },
    'map-host': { type: 'string', value: 'A=B', multiple: true, help: 'the same for host names' },
    'map-registry': {
      type: 'string',
      value: 'A=B',
      multiple: true,
      help: 'the same for what stands before the path of an image',
    },
    all: { type: 'boolean', default: false, help: 'also server-set fields and status' },
    stat: { type: 'boolean', default: false, help: 'only the counts' },
  },
  async run(flags, [before, after, ...more]) {
    if (before === undefined || after === undefined) {
      throw new UserError('diff takes two snapshots: BEFORE AFTER.', {
        hint: 'Example: clusterbook diff staging prod. Ids there are: clusterbook list.',
      });
    }
    const format = formatOf(flags.format);
    const read = (side: string) => readSide(side, flags.snapshots, mayBeCompared);
    if (more.length > 0) {
      const { matrixOf } = await import('#diff/matrix.ts');
      const { matrixDiffers } = await import('#diff/format-matrix.ts');
      const matrix = matrixOf(await Promise.all([before, after, ...more].map(read)));
      process.stdout.write(await matrixAs(format, matrix));
      return matrixDiffers(matrix) ? 1 : 0;
    }
    const rules = withNames(await rulesFor(flags.rules, flags.snapshots, before, after), {
      namespaces: namePairs('--map-namespace', flags['map-namespace']),
      names: namePairs('--map-name', flags['map-name']),
      hosts: namePairs('--map-host', flags['map-host']),
      registries: namePairs('--map-registry', flags['map-registry']),
    });
    const [left, right] = await Promise.all([read(before), read(after)]);
    const diff = diffSnapshots(left, right, { rules, all: flags.all });
    process.stdout.write(diffAs(format, diff, flags.stat));
    return diff.changes.length === 0 ? 0 : 1;
  },
});

const formats = ['text', 'json', 'markdown'] as const;
type Format = (typeof formats)[number];

function formatOf(name: string): Format {
  const format = formats.find((one) => one === name);
  if (format !== undefined) return format;
  throw new UserError(`There is no format "${name}".`, {
    hint: `--format takes ${formats.join(', ')}.`,
  });
}

function diffAs(format: Format, diff: SnapshotDiff, stat: boolean): string {
  if (format === 'json') return formatJson(diff);
  if (format === 'markdown') return formatMarkdown(diff, { stat });
  return formatText(diff, { stat, paint: paintFor(process.stdout) });
}

async function matrixAs(format: Format, matrix: Matrix): Promise<string> {
  const { matrixJson, matrixMarkdown, matrixText } = await import('#diff/format-matrix.ts');
  if (format === 'json') return matrixJson(matrix);
  if (format === 'markdown') return matrixMarkdown(matrix);
  return matrixText(matrix, paintFor(process.stdout));
}

function paintFor(stream: NodeJS.WriteStream): Paint {
  // styleText leaves the text plain where the stream is no terminal or NO_COLOR is set.
  return (tone, text) => styleText(colours[tone], text, { stream });
}

/** The rules named by `--rules`, or those that lie beside the snapshots for just this pair. */
async function rulesFor(
  given: string | undefined,
  folder: string,
  before: string,
  after: string,
): Promise<Rules> {
  const file = given ?? join(folder, `${before}...${after}.rules.json`);
  try {
    const rules = parseRules(await readFile(file, 'utf8'), file);
    if (given === undefined) console.error(`Rules: ${file}`);
    return rules;
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (given === undefined) return parseRules('{}', file);
    throw new UserError(`The rules file ${file} cannot be read.`, {
      hint: 'Check the path after --rules.',
      cause: error,
    });
  }
}

type Names = Pick<Rules, 'namespaces' | 'names' | 'hosts' | 'registries'>;

/** Names from the command line go before those of the file. */
function withNames(rules: Rules, names: Names): Rules {
  return {
    ...rules,
    namespaces: { ...rules.namespaces, ...names.namespaces },
    names: { ...rules.names, ...names.names },
    hosts: { ...rules.hosts, ...names.hosts },
    registries: { ...rules.registries, ...names.registries },
  };
}

function namePairs(
  flag: string,
  mappings: readonly string[] = [],
): Readonly<Record<string, string>> {
  const pairs = mappings.map((mapping) => {
    const [from, to, ...rest] = mapping.split('=');
    if (!from || !to || rest.length > 0 || to.split('*').length > from.split('*').length) {
      throw new UserError(`"${mapping}" does not map a ${flag.replace('--map-', '')}.`, {
        hint: `Write ${flag} shop-stg=shop, or with stars *-stg=*.`,
      });
    }
    return [from, to] as const;
  });
  return Object.fromEntries(pairs);
}
