import type { DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { type EndpointsBehind, endpointsBehind } from '#views/chapters/endpoints.ts';
import { partPods } from '#views/chapters/facts/control-plane-facts.ts';
import { clusterIp, kubernetesService } from '#views/chapters/facts/namespace-facts.ts';
import { dnsService } from '#views/chapters/facts/network-facts.ts';
import { readPod } from '#views/chapters/read.ts';
import { type FigureMaker, objectBox, plainBox, proven, typical } from './parts.ts';

const client = plainBox('client', 'Client', 'any pod', 'pod');

/** What an arrow from a Service to its endpoints rests on. */
const proofs = {
  slices: 'EndpointSlice',
  endpoints: 'Endpoints',
  selector: 'spec.selector and the labels of the pod',
  'api-servers': 'flag --secure-port of the pod',
} as const satisfies Record<EndpointsBehind['from'], string>;

/** The Service with its address in the small line above the name. */
function serviceBox(cluster: Cluster, service: Entry, port: string): DiagramNode {
  const box = objectBox(cluster, service);
  return { ...box, kind: `Service at ${clusterIp(service) ?? 'no address'}:${port}` };
}

/** From a client over Service `kubernetes` to the API servers. */
const kubernetesServiceFigure: FigureMaker = (cluster) => {
  const service = kubernetesService(cluster);
  const known = service && endpointsBehind(cluster, service);
  if (service === undefined || known === undefined) return undefined;
  const pods = partPods(cluster, 'kube-apiserver');
  const boxes = known.list.slice(0, 5).map(({ address: endpoint }): DiagramNode => {
    const host = endpoint.replace(/:\d+$/, '');
    const pod = pods.find((one) => readPod(one).status?.podIP === host) ?? pods[0];
    const isPod = pod !== undefined;
    const box = plainBox(endpoint, 'API server', endpoint, 'apiserver', isPod ? 'plain' : 'unseen');
    return isPod ? { ...box, href: cluster.links.object(pod.id) } : box;
  });
  const evidence = pods.length > 0 ? 'proven' : 'unseen';
  return {
    id: 'kubernetes-service',
    title: 'From a pod to the API server',
    description:
      'A pod sends to the cluster IP of Service kubernetes. Its node rewrites the packet to the address of an API server.',
    caption:
      'The Service is an address. The packet goes from the node of the client straight to an API server.',
    nodes: [client, serviceBox(cluster, service, '443'), ...boxes],
    groups: [],
    edges: [
      typical('client', service.id, '443'),
      ...boxes.map(
        ({ id }): DiagramEdge => ({
          from: service.id,
          to: id,
          label: 'rewritten',
          evidence,
          proof: proofs[known.from],
        }),
      ),
    ],
  };
};

/** One question to DNS on its way. */
const packet: FigureMaker = (cluster) => {
  const service = dnsService(cluster);
  const known = service && endpointsBehind(cluster, service);
  if (service === undefined || known === undefined) return undefined;
  const pods = all(cluster, 'Pod', service.object.metadata.namespace);
  const boxes = known.list.slice(0, 4).map(({ address: endpoint, pod: named }): DiagramNode => {
    const host = endpoint.replace(/:\d+$/, '');
    const pod = named ?? pods.find((one) => readPod(one).status?.podIP === host);
    const node = pod && readPod(pod).spec?.nodeName;
    if (pod === undefined) return plainBox(endpoint, 'Endpoint', endpoint, 'pod', 'plain');
    return { ...objectBox(cluster, pod), kind: `Pod at ${host}`, group: node };
  });
  const nodeNames = [...new Set(boxes.flatMap(({ group }) => group ?? []))];
  return {
    id: 'packet',
    title: 'A question to DNS on its way',
    description: `A pod sends to the cluster IP of Service ${service.object.metadata.name}. Its own node replaces the address by that of one CoreDNS pod.`,
    caption:
      'The kernel on the node of the client chooses one endpoint and rewrites the destination.',
    nodes: [client, serviceBox(cluster, service, '53'), ...boxes],
    groups: nodeNames.map((name) => ({ id: name, label: `Node ${name}` })),
    edges: [
      typical('client', service.id, '53 UDP'),
      ...boxes.map(({ id }) => proven(service.id, id, 'one of these', proofs[known.from])),
    ],
  };
};

export const networkFigures = { 'kubernetes-service': kubernetesServiceFigure, packet };
