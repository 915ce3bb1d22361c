import { explainText } from '#catalogue/config-maps.ts';
import type { Explained } from '#catalogue/explained.ts';
import { explainFlags, type GivenFlag } from '#catalogue/flags/command-line.ts';
import type { BlockDirective } from '#markdown/vocabulary.ts';
import type { Entry } from '#model/model.ts';
import { readableObject, yamlDocument } from '#views/yaml.ts';
import { lineOf } from '#views/yaml-line-of.ts';
import { type Cluster, find } from './cluster.ts';
import {
  type ChapterBlock,
  code,
  type ExplainedItem,
  type ExplainedItems,
  marked,
  text,
} from './prose.ts';
import { configText, mainContainer } from './read.ts';
import { flagsOf } from './settings.ts';
import { linkTo, podsOf } from './wording.ts';

/** Longest line of a file that is shown whole: certificates are cut. */
const longestLine = 160;

/** Where each word of a pod's command line stands: the line of its YAML, if the pod has a page. */
function linesOf(
  { model, links }: Cluster,
  pod: Entry,
  containerName: string,
): (flag: GivenFlag) => ExplainedItem['line'] {
  if (model.home(pod.id) !== pod.id) return () => undefined;
  const readable = readableObject(pod.object).object;
  const document = yamlDocument(readable);
  const container = mainContainer(pod, containerName);
  const words = (['command', 'args'] as const).flatMap((field) =>
    (container?.[field] ?? []).map((word, index) => ({
      word,
      path: `spec.containers[name=${container?.name}].${field}[${index}]`,
    })),
  );
  return ({ name, value }) => {
    const written = [`--${name}=${value}`, `--${name}`];
    const found = words.find(({ word }) => written.includes(word));
    const number = found && lineOf(document, readable, found.path);
    return number === undefined
      ? undefined
      : { number, href: `${links.object(pod.id)}#L${number}` };
  };
}

/** A `::flags`: the command line of the component's first pod. Nothing when no pod of it is there. */
export function flagsBlock(
  { component }: Extract<BlockDirective, { type: 'flags' }>,
  cluster: Cluster,
): ChapterBlock | undefined {
  const given = flagsOf(cluster, component);
  const [pod] = podsOf(cluster.component(component));
  if (given.length === 0 || pod === undefined) return undefined;
  const lineOfFlag = linesOf(cluster, pod, component);
  const groups = explainFlags(component, given, cluster.minor);
  const itemsOf = ({ title, flags }: (typeof groups)[number]): ExplainedItems => ({
    title,
    items: flags.map(
      ({ name, value, meaning }): ExplainedItem => ({
        label: `--${name}`,
        sign: '=',
        values: [value],
        meaning: meaning === undefined ? undefined : marked(meaning),
        line: lineOfFlag({ name, value }),
      }),
    ),
  });
  const folded = groups.find((group) => group.folded);
  return {
    type: 'explained',
    groups: groups.filter((group) => !group.folded).map(itemsOf),
    folded: folded && itemsOf(folded),
  };
}

/** Lines up to which a file is shown whole. */
const longestFile = 25;

/** A setting that stands for the program's own default, and that nobody explained. */
function isDefault({ text: line, note }: Explained): boolean {
  return note === undefined && /:\s*("?0s?"?|""|null|false|\{\}|\[\])$/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Leaves out what is not set, and then the keys that have nothing left below them. */
function withoutDefaults(lines: readonly Explained[]): readonly Explained[] {
  const kept = lines.filter((line) => line.unset === undefined && !isDefault(line));
  const full = kept.filter(({ text: line, note }, index) => {
    const next = kept[index + 1]?.text ?? '';
    const isEmptyKey = note === undefined && line.endsWith(':');
    const hasMore = indentOf(next) > indentOf(line) || next.trimStart().startsWith('- ');
    return !isEmptyKey || hasMore;
  });
  return full.length === lines.length ? lines : withoutDefaults(full);
}

/** A line that stays readable: `certificate-authority-data: LS0tLS1CRUdJTi… (1,484 characters)`. */
function cut(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, 60)}… (${line.length.toLocaleString('en')} characters)`;
}

/** One key of a ConfigMap, line by line. Nothing when the snapshot does not hold it. */
export function configBlock(
  {
    name,
    namespace,
    key,
  }: { readonly name: string; readonly namespace: string; readonly key: string },
  cluster: Cluster,
): ChapterBlock | undefined {
  const entry = find(cluster, 'ConfigMap', namespace, name);
  const value = entry && configText(entry).get(key);
  if (entry === undefined || value === undefined) return undefined;
  const all = explainText(name, key, value, cluster.minor);
  const isLong = all.length > longestFile;
  const lines = isLong ? withoutDefaults(all) : all;
  const folded = isLong ? all.filter(({ unset }) => unset !== undefined) : [];
  const noteOf = ({ note }: Explained) => (note === undefined ? undefined : marked(note));
  return {
    type: 'listing',
    caption: [code(key), text(' in ConfigMap '), linkTo(cluster, entry)],
    omitted: isLong ? all.filter(isDefault).length : 0,
    lines: lines.map((line) => ({ text: cut(line.text), note: noteOf(line) })),
    folded: folded.map((line) => ({ text: cut(line.unset ?? line.text), note: noteOf(line) })),
  };
}
