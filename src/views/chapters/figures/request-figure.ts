import { find } from '#views/chapters/cluster.ts';
import { readPod } from '#views/chapters/read.ts';
import { requestPath } from '#views/chapters/request-path.ts';
import { type FigureMaker, objectBox, plainBox, proven, typical } from './parts.ts';

/** A request from outside over entrance, rule and Service to a pod and its node. */
export const requestFigure: FigureMaker = (cluster) => {
  const path = requestPath(cluster);
  if (path === undefined) return undefined;
  const { entry, gateway, host, service, port, endpoint, pod, edge } = path;
  const node = find(cluster, 'Node', undefined, readPod(pod).spec?.nodeName ?? '');
  const rule = gateway ?? entry;
  const start = edge ?? rule;
  return {
    id: 'request-path',
    title: `A request for ${host}`,
    description: `A client reaches the entrance. The rule of the ${entry.object.kind} names a Service, whose endpoints are pods.`,
    caption: `The rule for ${host} leads to Service ${service.object.metadata.name}; its pod ${pod.object.metadata.name} answers.`,
    nodes: [
      plainBox('client', 'Client', host, 'terminal'),
      ...(edge === undefined ? [] : [objectBox(cluster, edge)]),
      ...[gateway, entry, service, pod, node].flatMap((one) =>
        one === undefined ? [] : [objectBox(cluster, one)],
      ),
    ],
    groups: [],
    edges: [
      typical('client', start.id),
      ...(edge === undefined ? [] : [typical(edge.id, rule.id, 'reads the rule')]),
      ...(gateway === undefined
        ? []
        : [proven(gateway.id, entry.id, 'has the route', 'spec.parentRefs')]),
      proven(entry.id, service.id, `port ${port}`, 'spec.rules'),
      proven(service.id, pod.id, endpoint, 'EndpointSlice'),
      ...(node === undefined ? [] : [proven(pod.id, node.id, 'runs on', 'spec.nodeName')]),
    ],
  };
};
