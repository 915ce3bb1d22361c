import type { DiagramNode } from '#diagrams/diagram.ts';
import { all, find } from '#views/chapters/cluster.ts';
import { partPods } from '#views/chapters/facts/control-plane-facts.ts';
import { gracePeriod, monitorPeriod } from '#views/chapters/facts/lease-facts.ts';
import { readPod } from '#views/chapters/read.ts';
import { flagOf } from '#views/chapters/settings.ts';
import { type FigureMaker, objectBox, plainBox, proven, typical } from './parts.ts';

/** etcd, its client and its data. */
const etcd: FigureMaker = (cluster) => {
  const [store] = partPods(cluster, 'etcd');
  const [server] = partPods(cluster, 'kube-apiserver');
  if (store === undefined || server === undefined) return undefined;
  const folder = flagOf(cluster, 'etcd', 'data-dir');
  const node = readPod(store).spec?.nodeName;
  const port = flagOf(cluster, 'kube-apiserver', 'secure-port') ?? '6443';
  const inNode = (box: DiagramNode): DiagramNode =>
    node === undefined ? box : { ...box, group: node };
  const mutual = flagOf(cluster, 'etcd', 'client-cert-auth') === 'true';
  return {
    id: 'etcd',
    title: 'etcd and its clients',
    description:
      'Every client talks to the API server. Only the API server talks to etcd, which writes to a folder of its node.',
    caption:
      'Requests end at the API server, which alone holds a client certificate for etcd. The data folder belongs to the node, not to Kubernetes.',
    nodes: [
      plainBox('clients', 'Every client', 'kubectl, kubelets, pods', 'terminal'),
      inNode({
        ...objectBox(cluster, server),
        kind: 'Static pod',
        label: 'kube-apiserver',
        glyph: 'apiserver',
      }),
      inNode({
        ...objectBox(cluster, store),
        kind: 'Static pod',
        label: 'etcd',
        glyph: 'datastore',
        role: 'self',
      }),
      ...(folder === undefined
        ? []
        : [
            inNode({
              ...plainBox('folder', 'Folder on the node', folder, 'folder'),
              category: 'storage',
            }),
          ]),
    ],
    groups: node === undefined ? [] : [{ id: node, label: `Node ${node}` }],
    edges: [
      typical('clients', server.id, port),
      proven(server.id, store.id, mutual ? '2379 mutual TLS' : '2379', 'flag --etcd-servers'),
      ...(folder === undefined ? [] : [proven(store.id, 'folder', 'hostPath', 'flag --data-dir')]),
    ],
  };
};

/** The stations of a request, with the webhooks that this cluster asks. */
const request: FigureMaker = (cluster) => {
  const stations: readonly (readonly [string, string, string])[] = [
    ['authentication', 'Who asks?', 'Authentication'],
    ['authorization', 'May they?', 'Authorization'],
    ['mutating', 'Change it?', 'Admission'],
    ['schema', 'Does it fit?', 'Validation'],
    ['validating', 'Allow it?', 'Admission'],
  ];
  const boxes = stations.map(([id, kind, label]) => ({
    ...plainBox(id, kind, label, 'apiserver', 'plain'),
    group: 'server',
  }));
  const path = ['client', ...stations.map(([id]) => id), 'store'];
  const asked = (kind: string, station: string) =>
    all(cluster, `${kind}.admissionregistration.k8s.io`)
      .slice(0, 3)
      .map((entry) => ({ box: objectBox(cluster, entry), station }));
  const webhooks = [
    ...asked('MutatingWebhookConfiguration', 'mutating'),
    ...asked('ValidatingWebhookConfiguration', 'validating'),
  ];
  const [store] = partPods(cluster, 'etcd');
  const datastore = plainBox(
    'store',
    'Storage',
    store === undefined ? 'datastore' : 'etcd',
    'datastore',
    store === undefined ? 'unseen' : 'plain',
  );
  return {
    id: 'request',
    title: 'The stations of a request',
    description:
      'A request is authenticated, authorized, perhaps changed, validated, and only then stored.',
    caption: 'Each station can end the request. Only what passes all of them is stored.',
    nodes: [
      plainBox('client', 'Client', 'kubectl', 'terminal'),
      ...boxes,
      store === undefined ? datastore : { ...datastore, href: cluster.links.object(store.id) },
      ...webhooks.map(({ box }) => box),
    ],
    groups: [{ id: 'server', label: 'API server' }],
    edges: [
      ...path.slice(1).map((to, index) => typical(path[index] ?? '', to)),
      ...webhooks.map(({ box, station }) =>
        proven(station, box.id, 'asks', 'its webhook configuration'),
      ),
    ],
  };
};

/** What happens after the last heartbeat, in seconds. */
const nodeTimeline: FigureMaker = (cluster) => {
  const steps: readonly (readonly [string, string, string, string])[] = [
    ['renewal', '0 s', 'last renewal', 'lease'],
    ['check', `every ${monitorPeriod(cluster)}`, 'node controller checks', 'controllers'],
    ['unknown', `after ${gracePeriod(cluster).text}`, 'Ready = Unknown, taint', 'node'],
    ['deleted', '300 s later', 'pods are deleted', 'pod'],
    ['replaced', 'then', 'new pods elsewhere', 'deployment'],
  ];
  return {
    id: 'node-timeline',
    title: 'What happens when a node falls silent',
    description:
      'The node controller notices the missing renewal, marks the node, and after the tolerations of the pods run out they are deleted and replaced.',
    caption: 'Each pod waits for its own tolerations; nothing moves, new pods are made.',
    nodes: steps.map(([id, when, what, glyph]) => plainBox(id, when, what, glyph, 'plain')),
    groups: [],
    edges: steps.slice(1).map(([id], index) => typical(steps[index]?.[0] ?? '', id)),
  };
};

/** Deployment, ReplicaSet and Pods of CoreDNS. */
const ownerChain: FigureMaker = (cluster) => {
  const [running] = cluster.component('coredns');
  const [pod] = running?.pods ?? [];
  if (running === undefined || pod === undefined) return undefined;
  const chain = cluster.model.ownerChain(pod.id).toReversed();
  const pods = running.pods.slice(0, 4);
  const owner = chain.at(-1);
  if (owner === undefined) return undefined;
  const names = [...new Set(pods.flatMap((one) => readPod(one).spec?.nodeName ?? []))];
  const nodes = names.flatMap((name) => find(cluster, 'Node', undefined, name) ?? []);
  const onNode = pods.flatMap((one) => {
    const node = nodes.find(({ object }) => object.metadata.name === readPod(one).spec?.nodeName);
    return node === undefined ? [] : [proven(one.id, node.id, 'runs on', 'spec.nodeName')];
  });
  return {
    id: 'owner-chain',
    title: 'Who made the pods of CoreDNS',
    description: 'A Deployment owns a ReplicaSet, which owns the pods; each pod runs on a node.',
    nodes: [...chain, ...pods, ...nodes].map((entry) => objectBox(cluster, entry)),
    groups: [],
    edges: [
      ...chain
        .slice(1)
        .map((entry, index) =>
          proven(chain[index]?.id ?? '', entry.id, 'owns', 'metadata.ownerReferences'),
        ),
      ...pods.map((one) => proven(owner.id, one.id, 'owns', 'metadata.ownerReferences')),
      ...onNode,
    ],
  };
};

export const controlFigures = {
  etcd,
  request,
  'node-timeline': nodeTimeline,
  'owner-chain': ownerChain,
};
