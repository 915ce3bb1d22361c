/** The distributions of the catalogue against the notes they were made from. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '#tests/fixtures/builders.ts';
import {
  knowledgeFolder as folder,
  knowledgeFixture,
  type MarksOfFixture,
  yamlBlocks,
} from '#tests/fixtures/knowledge.ts';
import { detectDistribution } from './detect-distribution.ts';
import { distributions } from './distributions.ts';
import type { Signal } from './signals.ts';

/** What differs from the notes on purpose: id and mark → why. */
const differences: Readonly<Record<string, string>> = {
  'kind namespace local-path-storage':
    'the image of the pod network suffices: minikube, which has it too, is looked for before',
};

/** A rule of `distributions.md`: lists of marks by the kind of mark. */
type RuleNote = Readonly<Record<string, unknown>>;

const signalKeys: Readonly<Record<string, (mark: string) => (signal: Signal) => boolean>> = {
  keyPrefix: (mark) => (signal) => signal.by === 'node-key' && mark.startsWith(signal.prefix),
  key: (mark) => (signal) => signal.by === 'node-key' && mark.startsWith(signal.prefix),
  apiGroup: (mark) => (signal) => signal.by === 'api-group' && signal.group === mark,
  namespace: (mark) => (signal) => signal.by === 'namespace' && signal.name === mark,
  kubelet: (mark) => (signal) => signal.by === 'kubelet-version' && signal.pattern.source === mark,
  providerID: (mark) => (signal) =>
    signal.by === 'provider-id' && signal.pattern.source.replaceAll('\\/', '/') === mark,
  osImage: (mark) => (signal) => signal.by === 'os-image' && signal.pattern.source === mark,
  podImage: (mark) => (signal) =>
    signal.by === 'pod-image' && signal.pattern.source.replaceAll('\\/', '/').startsWith(mark),
  storageProvisioner: (mark) => (signal) => signal.by === 'provisioner' && signal.name === mark,
  configMap: (mark) => (signal) =>
    signal.by === 'config-map' && `kube-system/${signal.name}` === mark,
  kubeadmClusterName: (mark) => (signal) =>
    signal.by === 'cluster-name' && signal.pattern.source === mark,
  podAnnotationPrefix: (mark) => (signal) =>
    signal.by === 'pod-annotation' && signal.prefix === mark,
};

function missingMarks(id: string, condition: RuleNote): readonly string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'all') return (value as RuleNote[]).flatMap((inner) => missingMarks(id, inner));
    const signals = distributions
      .filter((distribution) => distribution.id === id)
      .flatMap((distribution) => [...distribution.signals, ...(distribution.unless ?? [])])
      .flatMap((signal) => (signal.by === 'all' ? signal.signals : [signal]));
    if (key === 'podLabel') {
      return signals.some(({ by }) => by === 'pod-label') ? [] : [`${id} ${key}`];
    }
    return [value as string | string[]]
      .flat()
      .filter((mark) => !signals.some((signal) => signalKeys[key]?.(mark)(signal)))
      .map((mark) => `${id} ${key} ${mark}`);
  });
}

describe.skipIf(!existsSync(folder))('the notes (folder ../shared/knowledge)', () => {
  test('tell of 14 distributions, and all are here with their marks', () => {
    const [rules] = yamlBlocks('distributions.md') as readonly {
      readonly rules: readonly {
        id: string;
        any?: RuleNote[];
        all?: RuleNote[];
        not?: RuleNote[];
      }[];
    }[];
    const known = rules?.rules.filter(({ id }) => id !== 'unknown') ?? [];
    expect(new Set(known.map(({ id }) => id)).size).toBe(14);
    const missing = known.flatMap(({ id, any = [], all = [], not = [] }) =>
      [...any, ...all, ...not].flatMap((condition) => missingMarks(id, condition)),
    );
    expect(missing.filter((fault) => differences[fault] === undefined)).toEqual([]);
  });

  const [, fixtures] = existsSync(folder)
    ? (yamlBlocks('distributions.md') as readonly { readonly fixtures?: MarksOfFixture[] }[])
    : [];
  test.each(fixtures?.fixtures ?? [])('have a cluster that is $want', (fixture) => {
    const { facets } = detectDistribution(snapshotOf(...knowledgeFixture(fixture)));
    const maker =
      facets.find(({ role }) => role === 'platform') ??
      facets.find(({ role }) => role === 'installer');
    expect(maker?.id ?? 'unknown').toBe(fixture.want);
  });
});
