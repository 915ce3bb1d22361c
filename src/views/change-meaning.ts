import { quantityValue } from '#diff/quantity.ts';
import type { FieldChange } from '#diff/snapshot-diff.ts';

/** What a difference in a field means, in a few words; nothing where the field says it itself. */
type Meaning = string | ((change: FieldChange) => string | undefined);

function larger({ before, after }: FieldChange): string | undefined {
  const [was, is] = [quantityValue(before), quantityValue(after)];
  if (was === undefined || is === undefined || was === 0 || is === 0) return undefined;
  const factor = is > was ? is / was : was / is;
  const times = factor >= 10 ? Math.round(factor) : Math.round(factor * 10) / 10;
  return is > was ? `${times} times as much.` : `A part: one in ${times}.`;
}

/** First match wins; patterns run over the field's path. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/\.image$/, 'Other code runs.'],
  [/(^|\.)(replicas|minReplicas|maxReplicas|parallelism)$/, larger],
  [/\.(requests|limits)\.|^spec\.hard|\.storage$/, larger],
  [/^spec\.type$/, 'Reached in another way.'],
  [
    /externalTrafficPolicy$/,
    'Local keeps the address of the client; Cluster spreads over all nodes.',
  ],
  [/sessionAffinity$/, 'ClientIP keeps a client with one pod.'],
  [/^roleRef/, 'Grants other rights.'],
  [/^subjects/, 'Grants to others.'],
  [/^rules/, 'Other rights.'],
  [
    /failurePolicy$/,
    'Fail refuses requests while the webhook does not answer; Ignore lets them pass.',
  ],
  [/validationActions$/, 'Deny refuses; Warn and Audit only tell.'],
  [/pod-security\.kubernetes\.io\/enforce/, 'Which pods the namespace lets in.'],
  [/automountServiceAccountToken$/, 'Whether pods get a token for the API.'],
  [/runtimeClassName$/, 'Runs in another runtime.'],
  [/persistentVolumeReclaimPolicy$/, 'Retain keeps the data when the claim goes; Delete does not.'],
  [/\.suspend$/, 'Whether it runs at all.'],
  [/\.schedule$/, 'Runs at other times.'],
  [/maxUnavailable$/, 'How many may be away during an update.'],
  [/minAvailable$/, 'How many an eviction must leave.'],
  [/storageClassName$/, 'Another kind of volume.'],
  [/tolerations/, 'Other nodes are open to it.'],
  [/nodeSelector/, 'Runs on certain nodes only.'],
];

/** What a difference means to a reader. */
export function meaningOf(change: FieldChange): string | undefined {
  const meaning = meanings.find(([pattern]) => pattern.test(change.path))?.[1];
  return typeof meaning === 'function' ? meaning(change) : meaning;
}
