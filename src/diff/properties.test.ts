/** What is written differently and means the same is no difference, tried on the objects of a real cluster. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFields } from '#snapshot/fields.ts';
import { jsonLine } from '#snapshot/json.ts';
import { object } from '#tests/fixtures/builders.ts';
import { changesOf, rewrittenSample, sample } from '#tests/fixtures/rewritten-sample.ts';

test('a snapshot does not differ from itself', () => {
  expect(changesOf(sample, sample)).toEqual([]);
});

/** Lists whose order the API does not keep, by the name of their field. */
const unordered = new Set([
  ...['containers', 'env', 'ports', 'volumes', 'volumeMounts', 'tolerations', 'imagePullSecrets'],
  ...['subjects', 'verbs', 'resources', 'apiGroups', 'resourceNames', 'policyTypes', 'accessModes'],
  ...['metrics', 'ingress', 'egress', 'from', 'to', 'matchExpressions', 'values', 'limits', 'tls'],
  ...['volumeClaimTemplates', 'topologySpreadConstraints', 'hosts', 'sources', 'managedFields'],
]);

test('the order of what is a set or a map changes nothing', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (draws) => {
      const shuffle = (list: readonly unknown[]) =>
        list
          .map((item) => ({ item, place: draws.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item);
      const shuffled = rewrittenSample((value, path) => {
        const field = path.at(-1) ?? '';
        const isRules = field === 'rules' && path.length === 1;
        return Array.isArray(value) && (unordered.has(field) || isRules) ? shuffle(value) : value;
      });
      expect(changesOf(sample, shuffled)).toEqual([]);
      expect(changesOf(shuffled, sample)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

/** The same amount in other words: `500m` → `0.5`, `1Gi` → `1024Mi`, `3` → `3000m`. */
function otherWords(quantity: string, draw: number): string {
  const [, digits = '', unit = ''] = /^(\d+)(m|Ki|Mi|Gi|)$/.exec(quantity) ?? [];
  const number = Number(digits);
  if (digits === '') return quantity;
  if (unit === 'm') return draw % 2 === 0 ? String(number / 1000) : `${number * 1000}u`;
  if (unit === '') return draw % 2 === 0 ? `${number * 1000}m` : `${number}.0`;
  const binary = ['', 'Ki', 'Mi', 'Gi'];
  const smaller = binary[binary.indexOf(unit) - 1] ?? '';
  return `${number * 1024}${smaller}`;
}

test('quantities written in other words change nothing', () => {
  const amounts = new Set([
    'limits',
    'requests',
    'hard',
    'default',
    'defaultRequest',
    'max',
    'min',
  ]);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (draws) => {
      const written = rewrittenSample((value, path) =>
        typeof value === 'string' && amounts.has(path.at(-2) ?? '')
          ? otherWords(value, draws.next().value as number)
          : value,
      );
      expect(jsonLine(written)).not.toBe(jsonLine(sample));
      expect(changesOf(sample, written)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

/** What the API server fills in, by the name of the field; read from the sample, which it filled in. */
const defaults = new Map<string, readonly unknown[]>([
  ['terminationGracePeriodSeconds', [30]],
  ['terminationMessagePath', ['/dev/termination-log']],
  ['terminationMessagePolicy', ['File']],
  ['dnsPolicy', ['ClusterFirst']],
  ['schedulerName', ['default-scheduler']],
  ['protocol', ['TCP']],
  ['revisionHistoryLimit', [10]],
  ['progressDeadlineSeconds', [600]],
  ['sessionAffinity', ['None']],
  ['internalTrafficPolicy', ['Cluster']],
  ['ipFamilyPolicy', ['SingleStack']],
  ['podManagementPolicy', ['OrderedReady']],
  ['periodSeconds', [10]],
  ['successThreshold', [1]],
  ['failureThreshold', [3]],
  ['timeoutSeconds', [1]],
  ['defaultMode', [420]],
  ['concurrencyPolicy', ['Allow']],
  ['volumeMode', ['Filesystem']],
  ['imagePullPolicy', ['IfNotPresent']],
]);

test('a default that is written and one that is left out are the same', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (draws) => {
      const bare = rewrittenSample((value) => {
        if (!isFields(value)) return value;
        return Object.fromEntries(
          Object.entries(value).filter(
            ([field, member]) =>
              !(defaults.get(field)?.includes(member) && (draws.next().value as boolean)),
          ),
        );
      });
      expect(changesOf(sample, bare)).toEqual([]);
      expect(changesOf(bare, sample)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test('a suffix that is drawn anew changes nothing, neither in a name nor where it is referred to', () => {
  const letters = fc.constantFrom(...'2456789bcdfghkmt');
  const suffix = fc.array(letters, { minLength: 10, maxLength: 10 }).map((list) => list.join(''));
  const world = (hash: string) => [
    object('v1', 'ConfigMap', `shop/web-config-${hash}`, { data: { mode: 'live' } }),
    object('apps/v1', 'Deployment', 'shop/web', {
      spec: {
        template: {
          spec: { volumes: [{ name: 'config', configMap: { name: `web-config-${hash}` } }] },
        },
      },
    }),
    object('v1', 'Secret', `shop/runner-token-${hash.slice(5)}`, {
      metadata: { generateName: 'runner-token-' },
      data: {},
    }),
  ];
  fc.assert(
    fc.property(suffix, suffix, (before, after) => {
      expect(changesOf(world(before), world(after))).toEqual([]);
    }),
  );
});
