import { resourceKey } from '#snapshot/manifest.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf, kindNamed } from '#views/chapters/coverage.ts';
import { code, marked, type Prose, text } from '#views/chapters/prose.ts';
import { readApiService } from '#views/chapters/read.ts';
import { pluralKind } from '#views/kind-name.ts';
import { count } from '#views/words.ts';
import { type Cell, grid, type Panel, refCell, textCell } from './panel.ts';

/** Objects of the snapshot by kind, the most frequent first. */
const stored: Panel = ({ model, links }) => {
  const held = model.entries.filter(({ inferred }) => inferred === undefined);
  const groups = [...Map.groupBy(held, ({ resource }) => resourceKey(resource))]
    .map(([key, entries]) => ({ key, entries, first: entries[0] }))
    .sort((a, b) => b.entries.length - a.entries.length);
  const rows = groups.slice(0, 12).flatMap(({ key, entries, first }): Cell[][] => {
    if (first === undefined) return [];
    const kind = pluralKind(first.object.kind, first.resource.plural);
    const places = [...Map.groupBy(entries, ({ object }) => object.metadata.namespace ?? '')]
      .map(([namespace, members]) => ({ namespace, number: members.length }))
      .sort((a, b) => b.number - a.number);
    const [most] = places;
    const where: Prose[] =
      most === undefined || most.namespace === ''
        ? [text('in no namespace')]
        : [text(`${most.number.toLocaleString('en')} in `), code(most.namespace)];
    return [
      [
        [{ type: 'link', href: links.kind(key), children: [text(kind)] }],
        textCell(entries.length.toLocaleString('en')),
        where,
      ],
    ];
  });
  const rest = groups.slice(12).reduce((sum, { entries }) => sum + entries.length, 0);
  const others: Cell[][] =
    rest === 0
      ? []
      : [
          [
            textCell(`${groups.length - 12} other kinds`),
            textCell(rest.toLocaleString('en')),
            textCell(''),
          ],
        ];
  return grid(['Kind', 'Objects', 'Most of them'], [...rows, ...others], [1]);
};

/** Groups of the API, and which server answers for them. */
const apiGroups: Panel = (cluster) => {
  const services = all(cluster, 'APIService.apiregistration.k8s.io').map((entry) => ({
    entry,
    ...readApiService(entry).spec,
  }));
  const definitions = all(cluster, 'CustomResourceDefinition.apiextensions.k8s.io');
  const custom = Map.groupBy(definitions, ({ object }) =>
    object.metadata.name.slice(object.metadata.name.indexOf('.') + 1),
  );
  const aggregated = services.filter(({ service }) => service?.name !== undefined);
  const own = new Set(
    services
      .filter(({ service, group = '' }) => service?.name === undefined && !custom.has(group))
      .map(({ group = '' }) => group),
  );
  const rows: Cell[][] = [
    [
      textCell(count(own.size, 'group of Kubernetes itself', 'groups of Kubernetes itself')),
      textCell('the API server'),
      textCell([...own].map((group) => group || 'core').join(', ')),
    ],
    ...(custom.size === 0
      ? []
      : [
          [
            textCell(count(custom.size, 'group of custom resources', 'groups of custom resources')),
            textCell('the API server, from CustomResourceDefinitions'),
            textCell([...custom.keys()].join(', ')),
          ],
        ]),
    ...aggregated.map(({ entry, service }): Cell[] => [
      refCell(cluster, entry),
      [text('Service '), code(`${service?.namespace}/${service?.name}`)],
      textCell(entry.kind.health(entry.object, cluster.model.context)?.word ?? ''),
    ]),
  ];
  return grid(['Group', 'Who answers', 'What'], rows);
};

/** Loops of the controller manager that a reader meets first, and the kinds they act on. */
const loopTable: readonly (readonly [string, string, string, only?: string])[] = [
  [
    'Deployment',
    'deployments.apps',
    'makes a ReplicaSet for each version of the template, and shifts numbers between them',
  ],
  ['ReplicaSet', 'replicasets.apps', 'makes or deletes Pods until the number fits'],
  ['DaemonSet', 'daemonsets.apps', 'makes one Pod for each node that fits'],
  ['StatefulSet', 'statefulsets.apps', 'makes numbered Pods, each with claims of its own'],
  ['Job', 'jobs.batch', 'makes Pods until enough of them have succeeded'],
  ['CronJob', 'cronjobs.batch', 'makes a Job when the time comes'],
  ['EndpointSlice', 'services', 'writes addresses of ready Pods into EndpointSlices'],
  ['Node lifecycle', 'nodes', 'watches heartbeats, sets taints, has Pods deleted'],
  ['Namespace', 'namespaces', 'empties a namespace that is being deleted'],
  ['ServiceAccount', 'serviceaccounts', 'makes `default` in every namespace', 'default'],
  [
    'Root CA publisher',
    'configmaps',
    'keeps `kube-root-ca.crt` in every namespace',
    'kube-root-ca.crt',
  ],
  ['Volume binder', 'persistentvolumeclaims', 'binds claims to volumes'],
  ['Garbage collector', '', 'deletes what an owner has left behind'],
];

/** The loops, with how many objects of theirs this cluster has. */
const loops: Panel = (cluster) =>
  grid(
    ['Loop', 'What it does', 'Objects here'],
    loopTable.map(([name, resource, action, only]): Cell[] => [
      textCell(name),
      marked(action),
      textCell(resource === '' ? 'every kind' : objectsHere(cluster, resource, only)),
    ]),
  );

function objectsHere(cluster: Cluster, name: string, only: string | undefined): string {
  const kind = kindNamed(cluster, name);
  const found = (kind === undefined ? [] : cluster.model.ofKind(kind)).filter(
    ({ object }) => only === undefined || object.metadata.name === only,
  );
  const [first] = found;
  const inferred = found.filter((entry) => entry.inferred !== undefined).length;
  if (first === undefined) {
    return capturedOf(cluster, name) === 'not-captured' ? 'not captured' : 'none';
  }
  const word = first.object.kind;
  const counted = count(found.length, word, pluralKind(word, first.resource.plural));
  // Some are known by the names that other objects give away: there may be more.
  return inferred > 0 ? `at least ${counted}` : counted;
}

export const apiPanels = { stored, 'api-groups': apiGroups, loops };
