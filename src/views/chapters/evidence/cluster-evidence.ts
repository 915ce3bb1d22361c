import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { code, marked, type Prose, text } from '#views/chapters/prose.ts';
import { readNode } from '#views/chapters/read.ts';
import { kubeletConfig } from '#views/chapters/settings.ts';
import { linkTo } from '#views/chapters/wording.ts';
import { type Evidence, field, listRead, madeBy, noClaim } from './say.ts';

/** The first Node of which something holds. */
function nodeWith(
  cluster: Cluster,
  holds: (node: ReturnType<typeof readNode>) => boolean,
): Entry | undefined {
  return all(cluster, 'Node').find((entry) => holds(readNode(entry)));
}

const nodeList: Evidence = (cluster) => {
  const inferred = all(cluster, 'Node').find((node) => node.inferred !== undefined)?.inferred;
  if (inferred === undefined) return listRead(cluster, 'nodes');
  return marked(`Known by name only, from ${inferred.replace(/^\S+\.\S+/, '`$&`')}.`);
};

const nodeInfo: Evidence = (cluster) => {
  const node = nodeWith(cluster, ({ status }) => status?.nodeInfo !== undefined);
  if (node === undefined || all(cluster, 'Node').length === 1) {
    return field(cluster, 'status.nodeInfo', node);
  }
  const nodes: Prose = {
    type: 'link',
    href: cluster.links.kind('nodes'),
    children: [text('Nodes')],
  };
  return [code('status.nodeInfo'), text(' of the '), nodes, text('.')];
};

const taints: Evidence = (cluster) => {
  const isTainted = (node: Entry) => (readNode(node).spec?.taints.length ?? 0) > 0;
  const nodes = all(cluster, 'Node');
  return field(cluster, 'spec.taints', nodes.find(isTainted) ?? nodes[0]);
};

const version: Evidence = ({ version: known }) =>
  known && [text('The version is what '), ...marked(known.from), text(' says.')];

/** Objects of a namespace, counted; its page lists them. */
function countedIn(namespace: string): Evidence {
  return ({ links, model }) =>
    model.inNamespace(namespace).length === 0
      ? undefined
      : [
          text('Counted among the objects of '),
          { type: 'link', href: links.namespace(namespace), children: [code(namespace)] },
          text('.'),
        ];
}

const namespaceList: Evidence = (cluster) => {
  const isNamedOnly = all(cluster, 'Namespace').some(({ inferred }) => inferred !== undefined);
  return isNamedOnly
    ? [code('metadata.namespace'), text(' of the objects in them.')]
    : listRead(cluster, 'namespaces');
};

/** Why the control plane is said to be where it is. */
const placeOfControlPlane: Evidence = ({ controlPlane }) => {
  const [first, ...rest] = marked(controlPlane.reason);
  if (first === undefined) return undefined;
  const opening: Prose =
    first.type === 'text' ? text(first.text.charAt(0).toUpperCase() + first.text.slice(1)) : first;
  return [opening, ...rest, text('.')];
};

const mirrors: Evidence = (cluster) => {
  const pod = all(cluster, 'Pod').find(
    ({ object }) => object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined,
  );
  return (
    pod && [
      text('They have the annotation '),
      code('kubernetes.io/config.mirror'),
      text(', as '),
      linkTo(cluster, pod),
      text(' has.'),
    ]
  );
};

/** What a chapter says of the cluster, its nodes and its namespaces. */
export const clusterEvidence: Readonly<Record<string, Evidence>> = {
  'cluster.name': noClaim,
  version,
  'version.from-server': version,
  'distribution.phrase': madeBy,
  'distribution.provider': madeBy,
  'distribution.k0s': madeBy,
  'coverage.missing': ({ links }) => [
    text('The capture wrote down what it read: '),
    { type: 'link', href: links.chapter('everything-else'), children: [text('chapter 26')] },
    text(' has the list.'),
  ],
  'dump.masked': (cluster) =>
    field(cluster, 'spec.clusterIP', find(cluster, 'Service', 'default', 'kubernetes')),
  'nodes.count': nodeList,
  'nodes.choice': nodeList,
  'nodes.single': nodeList,
  'nodes.inferred': noClaim,
  'nodes.control-plane-tainted': taints,
  'nodes.control-plane-untainted': taints,
  'nodes.usual-taint': noClaim,
  'agents.kubelet-versions': nodeInfo,
  'agents.runtimes': nodeInfo,
  'agents.behind': nodeInfo,
  'runtime.docker': nodeInfo,
  'kubelet.port': (cluster) =>
    field(
      cluster,
      'status.daemonEndpoints.kubeletEndpoint.Port',
      nodeWith(
        cluster,
        ({ status }) => status?.daemonEndpoints?.kubeletEndpoint?.Port !== undefined,
      ),
    ),
  'default.lines': countedIn('default'),
  'default.left-out': countedIn('default'),
  'kube-system.left-out': countedIn('kube-system'),
  'kube-system.pods': countedIn('kube-system'),
  'kube-system.breakdown': countedIn('kube-system'),
  'kube-system.others': countedIn('kube-system'),
  'namespaces.count': namespaceList,
  'namespaces.breakdown': namespaceList,
  'namespaces.mentioned': namespaceList,
  'namespaces.inferred': namespaceList,
  'namespaces.missing-system': namespaceList,
  'config-maps.count': (cluster) => listRead(cluster, 'configmaps', 'kube-system'),
  'root-ca.everywhere': (cluster) => {
    const entry = find(cluster, 'ConfigMap', 'kube-public', 'kube-root-ca.crt');
    return entry && [text('One of them is ConfigMap '), linkTo(cluster, entry), text('.')];
  },
  'control-plane.summary': placeOfControlPlane,
  'control-plane.static-pods': placeOfControlPlane,
  'control-plane.regular-pods': placeOfControlPlane,
  'control-plane.mixed': placeOfControlPlane,
  'control-plane.host-process': placeOfControlPlane,
  'control-plane.hidden': placeOfControlPlane,
  'control-plane.unknown': placeOfControlPlane,
  'control-plane.node': placeOfControlPlane,
  'control-plane.not-pods': noClaim,
  'control-plane.reason': noClaim,
  'control-plane.elsewhere': (cluster) => madeBy(cluster) ?? placeOfControlPlane(cluster),
  'datastore.home': madeBy,
  'datastore.why': madeBy,
  'mirror.count': noClaim,
  'mirror.count-cap': mirrors,
  'mirror.control-plane': mirrors,
  'mirror.example-parts': mirrors,
  'kubelet-config.static-path': (cluster) => field(cluster, 'data.kubelet', kubeletConfig(cluster)),
  'add-ons.summary': noClaim,
  'unknown.lead': noClaim,
  'dangling.lead': noClaim,
};
