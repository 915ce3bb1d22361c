/** Where Pods may run. */
import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { type Infer, list, number, part, strings, text } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { group, type Item, value, values } from '#views/describe/description.ts';

const Toleration = part({
  key: text,
  operator: text,
  value: text,
  effect: text,
  tolerationSeconds: number,
});

/** The fields of a pod spec that choose nodes. */
export const Scheduling = {
  nodeSelector: strings,
  tolerations: list(Toleration),
  topologySpreadConstraints: list(
    part({ topologyKey: text, whenUnsatisfiable: text, maxSkew: number, labelSelector }),
  ),
  schedulingGroup: part({ podGroupName: text }),
};
const fields = part(Scheduling);
type Scheduling = Infer<typeof fields>;

/** `Tolerations`, by key: `node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`. */
export function tolerationsItem(tolerations: Scheduling['tolerations']): Item {
  return values(
    'Tolerations',
    tolerations.toSorted((a, b) => compareCodePoints(a.key ?? '', b.key ?? '')).map(tolerationText),
  );
}

function tolerationText(toleration: Infer<typeof Toleration>): string {
  const { key = '', operator, value: wanted = '', effect = '', tolerationSeconds } = toleration;
  const what = `${key}${wanted && `=${wanted}`}${effect && `:${effect}`}`;
  const any = operator === 'Exists' && wanted === '' ? 'op=Exists' : '';
  const howLong = tolerationSeconds === undefined ? '' : `for ${tolerationSeconds}s`;
  return [what, any, howLong].filter(Boolean).join(' ');
}

/** `Topology Spread Constraints`, by key; nothing without one. */
export function spreadItem(constraints: Scheduling['topologySpreadConstraints']): Item | undefined {
  if (constraints.length === 0) return undefined;
  return values(
    'Topology Spread Constraints',
    constraints
      .toSorted((a, b) => compareCodePoints(a.topologyKey ?? '', b.topologyKey ?? ''))
      .map((constraint) => {
        const { topologyKey = '', whenUnsatisfiable = '', maxSkew = 0 } = constraint;
        const { labelSelector: selector } = constraint;
        const of = selector && ` for selector ${formatSelector(selector) || '<none>'}`;
        return `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded${of ?? ''}`;
      }),
  );
}

/** The group of Pods that is scheduled as one; nothing without one. */
export function schedulingGroupItem({ schedulingGroup }: Scheduling): Item | undefined {
  if (schedulingGroup === undefined) return undefined;
  return group('SchedulingGroup', [value('PodGroupName', schedulingGroup.podGroupName ?? '')]);
}
