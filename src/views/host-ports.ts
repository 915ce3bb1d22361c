import type { ComponentCategory } from '#catalogue/components/component.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import { flag, list, number, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Model } from '#model/model.ts';
import { type Running, runningIn } from './chapters/cluster.ts';
import { readPod } from './chapters/read.ts';

/** Something that runs on ports of its nodes: whoever reaches such a node reaches it, without any Service. */
export interface HostPorts {
  readonly running: Running;
  /** `80/TCP`, in the order of the containers, each once. */
  readonly ports: readonly string[];
  /** Names of the nodes where it is. */
  readonly nodes: readonly string[];
}

const podSpec = part({
  hostNetwork: flag,
  containers: list(
    part({
      ports: list(part({ containerPort: number, hostPort: number, hostIP: text, protocol: text })),
    }),
  ),
});
const Workload = part({ spec: part({ template: part({ spec: podSpec }) }) });
const Pod = part({ spec: podSpec });

const isLoopback = (ip = '') => ip.startsWith('127.') || ip === '::1';

function portsOf({ root, pods }: Running): readonly string[] {
  const [pod] = pods;
  const spec =
    pod === undefined
      ? readObject(Workload, root.object).spec?.template?.spec
      : readObject(Pod, pod.object).spec;
  const ports = (spec?.containers ?? []).flatMap((container) => container.ports);
  const open = ports.flatMap(({ containerPort, hostPort, hostIP, protocol = 'TCP' }) => {
    // On the network of the node every port of a container is one of the node.
    const port = hostPort || (spec?.hostNetwork === true ? containerPort : undefined);
    return port === undefined || port === 0 || isLoopback(hostIP) ? [] : [`${port}/${protocol}`];
  });
  return [...new Set(open)];
}

// What these let in is traffic of people; what others listen for is traffic of the machinery.
const letsIn = new Set<ComponentCategory>(['ingress', 'gateway']);

function isEntrance({ root, match }: Running): boolean {
  if (match?.confidence === 'certain') return letsIn.has(match.component.category);
  return namespacePurpose(root.object.metadata.namespace ?? '') === undefined;
}

/**
 * What lets traffic in through ports of nodes: controllers of Ingresses and Gateways, and applications.
 * Parts of the machinery, such as kube-proxy, agents and exporters, are none of them.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export function hostPortEntrances(model: Model): readonly HostPorts[] {
  return runningIn(model).flatMap((running): HostPorts[] => {
    const ports = isEntrance(running) ? portsOf(running) : [];
    if (ports.length === 0) return [];
    const nodes = running.pods.flatMap((pod) => readPod(pod).spec?.nodeName ?? []);
    return [{ running, ports, nodes: [...new Set(nodes)] }];
  });
}
