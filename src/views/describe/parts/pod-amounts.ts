/**
 * What a Pod asks for and is held to, all its containers together.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
import { type Infer, list, part, quantities, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { addQuantities, maxQuantity, parseQuantity, type Quantity, zero } from './quantity.ts';
import { type Amounts, ResourceRequirements } from './resources.ts';

const Container = part({ name: text, restartPolicy: text, resources: ResourceRequirements });
const Status = part({
  name: text,
  allocatedResources: quantities,
  resources: ResourceRequirements,
});

const Pod = part({
  spec: part({
    resources: ResourceRequirements,
    overhead: quantities,
    initContainers: list(Container),
    containers: list(Container),
  }),
  status: part({ initContainerStatuses: list(Status), containerStatuses: list(Status) }),
});
type Spec = NonNullable<Infer<typeof Pod>['spec']>;
type Container = Infer<typeof Container>;

/** Amounts by the name of the resource. */
export type Sums = ReadonlyMap<string, Quantity>;
/** No amounts at all. */
export const nothing: Sums = new Map();

type List = 'requests' | 'limits';

/**
 * Requests or limits of a Pod. With `reported`, what its containers were last given counts where it is
 * more than what they ask for: a change of size may not be done yet.
 */
export function podAmounts(pod: KubeObject, which: List, { reported = false } = {}): Sums {
  const { spec, status } = Pod.read(pod) ?? {};
  if (spec === undefined) return nothing;
  const given = reported
    ? [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]
    : [];
  const amountsOf = (container: Container): Sums => {
    const seen = given.find(({ name }) => name === container.name);
    const held = which === 'requests' ? seen?.allocatedResources : undefined;
    const lists = [container.resources?.[which], held, seen?.resources?.[which]];
    return lists.map(sumsOf).reduce((a, b) => merge(a, b, maxQuantity), nothing);
  };
  const containers = merge(initAmounts(spec, amountsOf), mainAmounts(spec, amountsOf), maxQuantity);
  const whole = new Map([...containers, ...sumsOf(spec.resources?.[which])]);
  // A limit that nobody set stays open; overhead only adds to one.
  const overhead = [...sumsOf(spec.overhead)].filter(
    ([name]) => which === 'requests' || whole.has(name),
  );
  return merge(whole, new Map(overhead), addQuantities);
}

/** Regular containers and sidecars run together. */
function mainAmounts(
  { containers, initContainers }: Spec,
  amountsOf: (of: Container) => Sums,
): Sums {
  return [...containers, ...initContainers.filter(isSidecar)]
    .map(amountsOf)
    .reduce((a, b) => merge(a, b, addQuantities), nothing);
}

/** Init containers run one after the other, beside the sidecars that have started before them. */
function initAmounts({ initContainers }: Spec, amountsOf: (of: Container) => Sums): Sums {
  let sidecars = nothing;
  let most = nothing;
  for (const container of initContainers) {
    const together = merge(sidecars, amountsOf(container), addQuantities);
    if (isSidecar(container)) sidecars = together;
    most = merge(most, together, maxQuantity);
  }
  return most;
}

function isSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy === 'Always';
}

function sumsOf(amounts: Amounts): Sums {
  return new Map(Object.entries(amounts ?? {}).map(([name, text]) => [name, parseQuantity(text)]));
}

/** Two lists of amounts as one. */
export function merge(a: Sums, b: Sums, join: (a: Quantity, b: Quantity) => Quantity): Sums {
  if (b.size === 0) return a;
  const merged = new Map(a);
  for (const [name, amount] of b) merged.set(name, join(merged.get(name) ?? zero, amount));
  return merged;
}
