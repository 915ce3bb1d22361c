import { quantityValue } from '#snapshot/quantity.ts';
import { list, part, quantities, readObject, text } from './schema.ts';

const Resources = part({ requests: quantities });
const Container = part({ resources: Resources, restartPolicy: text });
const Pod = part({
  spec: part({
    containers: list(Container),
    initContainers: list(Container),
    overhead: quantities,
    resources: Resources,
  }),
});

/**
 * What the scheduler counts for a Pod of one resource, `'cpu'` in cores, `'memory'` in bytes: all
 * containers and sidecars together, or the largest init container with the sidecars before it, whichever
 * is more, and the overhead of the runtime. A request of the Pod as a whole goes first.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podRequest(pod: object, resource: string): number {
  const { spec } = readObject(Pod, pod);
  const amount = (requests: Readonly<Record<string, string>> | undefined) =>
    quantityValue(requests?.[resource]) ?? 0;
  let sidecars = 0;
  let starting = 0;
  for (const { resources, restartPolicy } of spec?.initContainers ?? []) {
    const own = amount(resources?.requests);
    if (restartPolicy === 'Always') sidecars += own;
    starting = Math.max(starting, restartPolicy === 'Always' ? sidecars : sidecars + own);
  }
  const running = (spec?.containers ?? []).reduce(
    (sum, { resources }) => sum + amount(resources?.requests),
    sidecars,
  );
  const whole = quantityValue(spec?.resources?.requests?.[resource]);
  return (whole ?? Math.max(running, starting)) + amount(spec?.overhead);
}
