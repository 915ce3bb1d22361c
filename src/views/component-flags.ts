import { explainFlags, type GivenFlag, parseFlags } from '#catalogue/flags/command-line.ts';
import { matchComponent } from '#catalogue/match-component.ts';
import { workloadOf } from '#catalogue/workload.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type ExplainedItems, marked } from './chapters/prose.ts';

/** The command line of a component: its flags in groups, and those that need no sentence by name. */
export interface ComponentFlags {
  readonly groups: readonly ExplainedItems[];
  readonly folded?: ExplainedItems | undefined;
}

/**
 * The flags of a Pod whose component the catalogue explains: the parts of a control plane. Nothing for
 * others.
 *
 * @param lineOf Line of the page's YAML that holds a field.
 * @param minor Minor version of Kubernetes, for defaults that depend on it.
 */
export function componentFlags(
  object: KubeObject,
  lineOf: (path: string) => number | undefined,
  minor: number | undefined,
): ComponentFlags | undefined {
  const component = object.kind === 'Pod' ? matchComponent(object)?.component.id : undefined;
  if (component === undefined) return undefined;
  const containers = workloadOf(object)?.containers ?? [];
  const main = containers.find(({ name }) => name === component) ?? containers[0];
  const words = [...(main?.command ?? []), ...(main?.args ?? [])];
  const groups = explainFlags(component, parseFlags(words), minor);
  if (!groups.some(({ flags }) => flags.some(({ meaning }) => meaning !== undefined))) {
    return undefined;
  }
  const placeOf = ({ name, value }: GivenFlag) => {
    const index = words.findIndex((word) => word === `--${name}=${value}` || word === `--${name}`);
    const before = main?.command.length ?? 0;
    const field = index < before ? `command[${index}]` : `args[${index - before}]`;
    const line = index === -1 ? undefined : lineOf(`spec.containers[name=${main?.name}].${field}`);
    return line === undefined ? undefined : { number: line, href: `#L${line}` };
  };
  const items = groups.map(({ title, folded, flags }) => ({
    title,
    folded,
    items: flags.map(({ meaning, ...flag }) => ({
      label: `--${flag.name}`,
      sign: '=' as const,
      values: [flag.value],
      meaning: meaning === undefined ? undefined : marked(meaning),
      line: placeOf(flag),
    })),
  }));
  return {
    groups: items.filter(({ folded }) => !folded),
    folded: items.find(({ folded }) => folded),
  };
}
