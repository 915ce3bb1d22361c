import { resolve } from 'node:path';
import type { Model } from '#model/model.ts';
import type { CheckedContent, ContentMistake } from '#site/check-content.ts';
import { UserError } from '#user-error.ts';
import type { Documentation } from '#views/documentation.ts';
import { defineCommand } from './command.ts';
import { contentFolders } from './content-folders.ts';

interface ClusterResult extends Documentation {
  readonly id: string;
  readonly percent: number;
}

interface Result {
  readonly chapters: number;
  readonly notes: number;
  readonly mistakes: readonly ContentMistake[];
  readonly clusters: readonly ClusterResult[];
  /** Least percentage that is asked for. */
  readonly minimum: number;
}

/** Lints the documentation against the snapshots. */
export const command = defineCommand({
  usage: `clusterbook check

Reads every chapter and note of the content as a build would for each snapshot, looks in your own
chapters and in notes for objects that no snapshot has, and counts how many namespaces and workloads
of each snapshot say what they are for, or have a note. Exit status: 0 all is well, 1 there are findings.`,
  flags: {
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    content: { type: 'string', value: 'DIR', help: 'folder of your own Markdown, beside ours' },
    format: { type: 'string', value: 'FORMAT', default: 'text', help: 'text, json or github' },
    'min-coverage': {
      type: 'string',
      value: 'N',
      default: '0',
      help: 'least share of described namespaces and workloads, in percent',
    },
  },
  async run(values, [stray]) {
    if (stray !== undefined) {
      throw new UserError(`check takes no "${stray}".`, {
        hint: 'Flags: clusterbook check --help.',
      });
    }
    const format = formatOf(values.format);
    const minimum = percentOf(values['min-coverage']);
    // Late, so that --help does not wait for it.
    const { checkContent } = await import('#site/check-content.ts');
    const folders = contentFolders(values.content);
    const models = await readModels(resolve(values.snapshots));
    const { isNoted, ...content } = await checkContent(
      folders,
      models.map(({ model }) => model),
    );
    const clusters = await describeClusters(models, isNoted);
    const result: Result = { ...content, clusters, minimum };
    process.stdout.write(format(result));
    const short = clusters.some(({ percent }) => percent < minimum);
    return content.mistakes.length > 0 || short ? 1 : 0;
  },
});

interface StoredModel {
  readonly id: string;
  readonly model: Model;
}

async function readModels(snapshots: string): Promise<readonly StoredModel[]> {
  const { listSnapshots } = await import('#store/list-snapshots.ts');
  const { readSnapshot } = await import('#store/read-snapshot.ts');
  const { buildModel } = await import('#model/build-model.ts');
  const { snapshots: stored, damaged } = await listSnapshots(snapshots);
  if (damaged[0] !== undefined) throw damaged[0];
  return Promise.all(
    stored.map(async ({ folder, manifest }) => ({
      id: manifest.id,
      model: buildModel(await readSnapshot(folder)),
    })),
  );
}

async function describeClusters(
  models: readonly StoredModel[],
  isNoted: CheckedContent['isNoted'],
): Promise<readonly ClusterResult[]> {
  const { documentationOf, percentDescribed } = await import('#views/documentation.ts');
  return models.map(({ id, model }) => {
    const documentation = documentationOf(model, (object) => isNoted(model, object));
    return { id, ...documentation, percent: percentDescribed(documentation) };
  });
}

function percentOf(text: string): number {
  const percent = Number(text);
  if (/^\d+$/.test(text) && percent <= 100) return percent;
  throw new UserError(`--min-coverage ${text} is no percentage.`, {
    hint: 'Write a number from 0 to 100.',
  });
}

function formatOf(name: string): (result: Result) => string {
  const formats: Readonly<Record<string, (result: Result) => string>> = { text, json, github };
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format !== undefined) return format;
  throw new UserError(`There is no format "${name}".`, {
    hint: `--format takes ${Object.keys(formats).join(', ')}.`,
  });
}

function nameOf({ object }: Documentation['undescribed'][number]): string {
  const { namespace, name } = object.metadata;
  return `${object.kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

function text({ chapters, notes, mistakes, clusters, minimum }: Result): string {
  const lines = [
    ...mistakes.flatMap(({ file, line, message, hint }) => [
      `${file}:${line}: ${message}`,
      ...(hint === undefined ? [] : [`  ${hint}`]),
    ]),
    `${chapters} chapters and ${notes} notes, ${mistakes.length} with a mistake.`,
    ...clusters.flatMap(({ id, described, total, percent, undescribed }) => [
      `${id}: ${described} of ${total} namespaces and workloads described (${percent} %${percent < minimum ? `, less than ${minimum} %` : ''}).`,
      ...(percent < minimum ? undescribed.map((entry) => `  not described: ${nameOf(entry)}`) : []),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function json({ chapters, notes, mistakes, clusters, minimum }: Result): string {
  const coverage = clusters.map(({ undescribed, ...cluster }) => ({
    ...cluster,
    undescribed: undescribed.map(nameOf),
  }));
  return `${JSON.stringify({ chapters, notes, mistakes, minimum, coverage }, null, 2)}\n`;
}

/** Workflow commands: GitHub shows them at the line. */
function github({ mistakes, clusters, minimum }: Result): string {
  const escaped = (value: string) =>
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const lines = [
    ...mistakes.map(
      ({ file, line, message }) => `::error file=${file},line=${line}::${escaped(message)}`,
    ),
    ...clusters
      .filter(({ percent }) => percent < minimum)
      .map(
        ({ id, percent }) =>
          `::error::${escaped(id)}: ${percent} % described, less than ${minimum} %`,
      ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
