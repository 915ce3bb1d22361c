import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, count, nameCell } from './parts/columns.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { referBySelector } from './parts/refer.ts';
import { type Infer, intOrString, number, part, text } from './parts/schema.ts';

const schema = part({
  apiVersion: text,
  spec: part({
    minAvailable: intOrString,
    maxUnavailable: intOrString,
    selector: labelSelector,
    unhealthyPodEvictionPolicy: text,
  }),
  status: part({
    disruptionsAllowed: number,
    currentHealthy: number,
    desiredHealthy: number,
    expectedPods: number,
  }),
});
type Budget = Read<Infer<typeof schema>>;

export const podDisruptionBudget = defineKind({
  group: 'policy',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  shortNames: ['pdb'],
  namespaced: true,
  category: 'workload',
  glyph: 'pdb',
  role: 'Says how many of a set of pods may be away at once when nodes are drained.',
  breaks: 'Nothing at once; the next node drain may take all of these pods down together.',
  schema,
  columns: {
    Name: nameCell,
    'Min Available': ({ spec }) => spec?.minAvailable ?? 'N/A',
    'Max Unavailable': ({ spec }) => spec?.maxUnavailable ?? 'N/A',
    'Allowed Disruptions': ({ status }) => count(status?.disruptionsAllowed),
    Age: ageCell,
  },
  observed: ['Allowed Disruptions'],
  facts: {
    Selector: ({ spec }) => spec?.selector && (formatSelector(spec.selector) || 'every pod'),
    'Healthy pods': ({ status }) =>
      status && `${count(status.currentHealthy)}, ${count(status.desiredHealthy)} needed`,
    'Pods counted': ({ status }) => status?.expectedPods?.toString(),
    'Unhealthy pod eviction policy': ({ spec }) => spec?.unhealthyPodEvictionPolicy,
  },
  health,
  references: (object) =>
    referBySelector('protects', 'Pod', {
      selector: effectiveSelector(object),
      namespace: object.metadata.namespace,
      path: 'spec.selector',
    }),
});

// An empty selector is every pod of the namespace in policy/v1, and was none in policy/v1beta1.
function effectiveSelector({ apiVersion, spec }: Budget) {
  const selectsNone = apiVersion === 'policy/v1beta1' && formatSelector(spec?.selector) === '';
  return selectsNone ? undefined : spec?.selector;
}

function health({ status }: Budget): Health | undefined {
  const { expectedPods = 0, currentHealthy = 0, desiredHealthy = 0 } = status ?? {};
  if (expectedPods === 0) return undefined;
  const word = `${currentHealthy}/${desiredHealthy} healthy`;
  if (currentHealthy < desiredHealthy) return { state: 'bad', word };
  const allowed = count(status?.disruptionsAllowed);
  return { state: allowed === '0' ? 'warn' : 'ok', word: `${allowed} allowed` };
}
