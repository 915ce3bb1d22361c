import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { parseRules, type Rules } from '#config/rules.ts';
import { mayBeCompared } from '#diff/derived.ts';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { formatJson } from '#diff/format-json.ts';
import { formatMarkdown } from '#diff/format-markdown.ts';
import { formatText, type Paint, type Tone } from '#diff/format-text.ts';
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
  usage: `clusterbook diff BEFORE AFTER [flags]

BEFORE and AFTER are ids of snapshots, snapshot folders, or dumps that import can read.
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
    all: { type: 'boolean', default: false, help: 'also server-set fields and status' },
    stat: { type: 'boolean', default: false, help: 'only the counts' },
  },
  async run(flags, [before, after, ...rest]) {
    if (before === undefined || after === undefined || rest.length > 0) {
      throw new UserError('diff takes two snapshots: BEFORE AFTER.', {
        hint: 'Example: clusterbook diff staging prod. Ids there are: clusterbook list.',
      });
    }
    const format = formatOf(flags.format, flags.stat);
    const rules = withNamespaces(
      await rulesFor(flags.rules, flags.snapshots, before, after),
      flags['map-namespace'] ?? [],
    );
    const [left, right] = await Promise.all([
      readSide(before, flags.snapshots, mayBeCompared),
      readSide(after, flags.snapshots, mayBeCompared),
    ]);
    const diff = diffSnapshots(left, right, { rules, all: flags.all });
    process.stdout.write(format(diff));
    return diff.changes.length === 0 ? 0 : 1;
  },
});

function formatOf(name: string, stat: boolean): (diff: SnapshotDiff) => string {
  const formats: Readonly<Record<string, (diff: SnapshotDiff) => string>> = {
    text: (diff) => formatText(diff, { stat, paint: paintFor(process.stdout) }),
    json: formatJson,
    markdown: formatMarkdown,
  };
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) {
    throw new UserError(`There is no format "${name}".`, {
      hint: `--format takes ${Object.keys(formats).join(', ')}.`,
    });
  }
  return format;
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

function withNamespaces(rules: Rules, mappings: readonly string[]): Rules {
  const pairs = mappings.map((mapping) => {
    const [from, to, ...rest] = mapping.split('=');
    if (!from || !to || rest.length > 0) {
      throw new UserError(`"${mapping}" does not map a namespace.`, {
        hint: 'Write --map-namespace shop-stg=shop.',
      });
    }
    return [from, to] as const;
  });
  return { ...rules, namespaces: { ...rules.namespaces, ...Object.fromEntries(pairs) } };
}
