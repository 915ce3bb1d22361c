import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { readService } from '#views/chapters/read.ts';
import { linkTo, linkToRunning } from '#views/chapters/wording.ts';
import { type HostPorts, hostPortEntrances } from '#views/host-ports.ts';
import { type Cell, empty, grid, type Panel, refCell, textCell } from './panel.ts';
import { profileOf } from './profile-panels.ts';

function columnOf({ model }: Cluster, { kind, object }: Entry, head: string): string {
  return kind.cells(object, model.context)[kind.heads.indexOf(head)] ?? '';
}

function isOpen(service: Entry): boolean {
  const type = readService(service).spec?.type;
  return type === 'NodePort' || type === 'LoadBalancer';
}

function row(cluster: Cluster, entry: Entry, type: string, ports: string, address: string): Cell[] {
  return [
    refCell(cluster, entry),
    textCell(entry.object.metadata.namespace ?? ''),
    textCell(type),
    textCell(columnOf(cluster, entry, ports) || 'not captured'),
    textCell(columnOf(cluster, entry, address) || 'no address yet'),
  ];
}

/** What takes ports of its nodes has the addresses of those nodes. */
function hostPortRow(cluster: Cluster, { running, ports, nodes }: HostPorts): Cell[] {
  const names = nodes.slice(0, 3).map((name): Prose[] => {
    const node = find(cluster, 'Node', undefined, name);
    return [node === undefined ? code(name) : linkTo(cluster, node)];
  });
  const rest = nodes.length - names.length;
  return [
    running.root.object.kind === 'Pod'
      ? [linkToRunning(cluster, running)]
      : refCell(cluster, running.root),
    textCell(running.root.object.metadata.namespace ?? ''),
    textCell('Ports of nodes'),
    textCell(ports.join(', ')),
    names.length === 0
      ? textCell('on no node yet')
      : enumerate(rest > 0 ? [...names, [text(`${rest} more`)]] : names),
  ];
}

/** Everything that lets traffic from outside in. */
const entrances: Panel = (cluster) => {
  const rows = [
    ...all(cluster, 'Service')
      .filter(isOpen)
      .map((entry) =>
        row(cluster, entry, columnOf(cluster, entry, 'TYPE'), 'PORT(S)', 'EXTERNAL-IP'),
      ),
    ...all(cluster, 'Ingress.networking.k8s.io').map((entry) =>
      row(cluster, entry, 'Ingress', 'HOSTS', 'ADDRESS'),
    ),
    ...all(cluster, 'Gateway.gateway.networking.k8s.io').map((entry) =>
      row(cluster, entry, 'Gateway', 'CLASS', 'ADDRESS'),
    ),
    ...all(cluster, 'Route.route.openshift.io').map((entry) =>
      row(cluster, entry, 'Route', 'HOST/PORT', 'ADMITTED'),
    ),
    ...hostPortEntrances(cluster.model).map((one) => hostPortRow(cluster, one)),
  ];
  if (rows.length > 0)
    return grid(['Entrance', 'Namespace', 'Type', 'Ports or hosts', 'Address'], rows.slice(0, 60));
  const isKnown = ['services', 'ingresses.networking.k8s.io', 'pods'].every(
    (name) => capturedOf(cluster, name) === 'complete',
  );
  return isKnown
    ? empty(
        'There is no Service of type NodePort or LoadBalancer, no Ingress, no Gateway and no application on ports of its nodes: no object here opens a way in.',
      )
    : empty(
        'This snapshot holds no Service of type NodePort or LoadBalancer and no Ingress. There may be some all the same.',
      );
};

/** Programs that carry Ingresses and Gateways out. */
const controllers: Panel = (cluster) => {
  const running = cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .filter(
      ({ match }) =>
        match?.confidence === 'certain' &&
        ['ingress', 'gateway'].includes(match.component.category),
    );
  return running.length === 0
    ? []
    : [{ type: 'profiles', profiles: running.map((one) => profileOf(cluster, one, 'traffic-in')) }];
};

export const trafficPanels = { entrances, 'ingress-controllers': controllers };
