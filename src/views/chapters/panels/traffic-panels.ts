import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { readService } from '#views/chapters/read.ts';
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
  ];
  if (rows.length > 0)
    return grid(['Entrance', 'Namespace', 'Type', 'Ports or hosts', 'Address'], rows.slice(0, 60));
  const isKnown = ['services', 'ingresses.networking.k8s.io'].every(
    (name) => capturedOf(cluster, name) === 'complete',
  );
  return isKnown
    ? empty(
        'There is no Service of type NodePort or LoadBalancer, no Ingress and no Gateway: no object here opens a way in.',
      )
    : empty(
        'This snapshot holds no Service of type NodePort or LoadBalancer and no Ingress; others may exist.',
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
