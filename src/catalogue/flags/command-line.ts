import { defaultOfFlag, departure } from './defaults.ts';
import { etcdFlags } from './etcd.ts';
import type { FlagGroup } from './flag.ts';
import { kubeApiserverFlags } from './kube-apiserver.ts';
import { kubeControllerManagerFlags } from './kube-controller-manager.ts';
import { kubeProxyFlags } from './kube-proxy.ts';
import { kubeSchedulerFlags } from './kube-scheduler.ts';

const known: Readonly<Record<string, readonly FlagGroup[]>> = {
  etcd: etcdFlags,
  'kube-apiserver': kubeApiserverFlags,
  'kube-controller-manager': kubeControllerManagerFlags,
  'kube-proxy': kubeProxyFlags,
  'kube-scheduler': kubeSchedulerFlags,
};

/** A flag as it stands on a command line. */
export interface GivenFlag {
  /** Without the dashes. */
  readonly name: string;
  /** `''` for a flag without a value. */
  readonly value: string;
}

/**
 * A flag with what it means, and whether its value is the default of the version; absent where the
 * catalogue does not know.
 */
export interface ExplainedFlag extends GivenFlag {
  readonly meaning?: string | undefined;
}

/** Flags on one subject, in the order of the command line. */
export interface ExplainedGroup {
  readonly title: string;
  readonly folded: boolean;
  readonly flags: readonly ExplainedFlag[];
}

const shell = /(^|\/)(sh|bash|ash|dash)$/;

/**
 * The flags of a command line, in its order: `--name=value`, `--name value` or `--name`. None when it
 * is a script for a shell: that is a program, not a list of flags.
 */
export function parseFlags(words: readonly string[]): GivenFlag[] {
  if (shell.test(words[0] ?? '')) return [];
  const flags: GivenFlag[] = [];
  words.forEach((word, index) => {
    const match = /^--?([a-z][\w.-]*)(?:=(.*))?$/is.exec(word);
    if (match === null) return;
    const [, name = '', inline] = match;
    const next = words[index + 1];
    const value = inline ?? (next === undefined || next.startsWith('-') ? '' : next);
    flags.push({ name, value });
  });
  return flags;
}

/**
 * The flags of a component in the groups of the catalogue, flags it does not know in a last group of
 * their own. Every given flag appears once.
 *
 * @param minor - Minor version of Kubernetes, for defaults that depend on it.
 */
export function explainFlags(
  component: string,
  given: readonly GivenFlag[],
  minor: number | undefined,
): ExplainedGroup[] {
  const groups = known[component] ?? [];
  const explained = groups.map(({ title, folded = false, flags }) => ({
    title,
    folded,
    flags: flags.flatMap(({ name, meaning, values }) =>
      given
        .filter((flag) => flag.name === name)
        .map((flag) => ({
          ...flag,
          meaning: [
            values?.[flag.value] ?? meaning,
            departure(flag.value, defaultOfFlag(component, flag.name, minor)),
          ]
            .filter((sentence) => sentence !== undefined)
            .join(' '),
        })),
    ),
  }));
  const names = new Set(groups.flatMap(({ flags }) => flags.map(({ name }) => name)));
  const others = given.filter(({ name }) => !names.has(name));
  return [...explained, { title: 'Others', folded: false, flags: others }].filter(
    ({ flags }) => flags.length > 0,
  );
}
