import { quantityValue } from '#diff/quantity.ts';
import type { FieldChange } from '#diff/snapshot-diff.ts';

/** What a difference in a field means, in a few words; nothing where the field says it itself. */
type Meaning = string | ((change: FieldChange) => string | undefined);

const parts: Readonly<Record<number, string>> = { 2: 'Half', 3: 'A third', 4: 'A quarter' };

/** `3 times as much.`, `A quarter as many.` */
function compared(much: 'much' | 'many'): Meaning {
  return ({ before, after }) => {
    const [was, is] = [quantityValue(before), quantityValue(after)];
    if (was === undefined || is === undefined || was <= 0 || is <= 0) return undefined;
    if (is > was) return `${rounded(is / was)} times as ${much}.`;
    const part = parts[was / is];
    return part === undefined
      ? `${rounded((100 * is) / was)} % as ${much}.`
      : `${part} as ${much}.`;
  };
}

function rounded(number: number): number {
  return number >= 10 ? Math.round(number) : Math.round(number * 10) / 10;
}

/** First match wins; patterns run over the field's path. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/\.image$/, 'Other code runs.'],
  [/(^|\.)(replicas|minReplicas|maxReplicas|parallelism)$/, compared('many')],
  [/\.(requests|limits)\.|^spec\.hard|\.storage$|^spec\.limits\[/, compared('much')],
  [/^spec\.type$/, 'Reached in another way.'],
  [
    /externalTrafficPolicy$/,
    'Local keeps the address of the client; Cluster spreads over all nodes.',
  ],
  [/sessionAffinity$/, 'ClientIP keeps a client with one Pod.'],
  [/^roleRef/, 'Grants other rights.'],
  [/^subjects/, 'Grants to others.'],
  [/^rules/, 'Other rights.'],
  [
    /failurePolicy$/,
    'Fail refuses requests while the webhook does not answer; Ignore lets them pass.',
  ],
  [/validationActions$/, 'Deny refuses; Warn and Audit only tell.'],
  [/pod-security\.kubernetes\.io\/enforce/, 'Which Pods the namespace lets in.'],
  [/automountServiceAccountToken$/, 'With false, Pods get no token for the API.'],
  [/runtimeClassName$/, 'Runs in another runtime.'],
  [/persistentVolumeReclaimPolicy$/, 'Retain keeps the data when the claim goes; Delete does not.'],
  [/\.suspend$/, 'With true, it starts nothing.'],
  [/\.schedule$/, 'Runs at other times.'],
  [/maxUnavailable$/, 'How many may be away during an update.'],
  [/minAvailable$/, 'How many an eviction must leave.'],
  [/storageClassName$/, 'Another kind of volume.'],
  [/tolerations/, 'Other nodes are open to it.'],
  [/nodeSelector/, 'Runs on certain nodes only.'],
  [/\.backendRefs\[\d+\]\.weight$/, 'Its share of the requests.'],
];

/** What a difference means to a reader. */
export function meaningOf(change: FieldChange): string | undefined {
  const meaning = meanings.find(([pattern]) => pattern.test(change.path))?.[1];
  return typeof meaning === 'function' ? meaning(change) : meaning;
}
