import { controlPlaneParts, placeOnMachine } from '#catalogue/control-plane.ts';
import { imageTag } from '#catalogue/image.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, enumerate, marked, type Prose, text } from '#views/chapters/prose.ts';
import { readPod } from '#views/chapters/read.ts';
import { flagOf } from '#views/chapters/settings.ts';
import { capital, linksTo, linkTo, spell, spellNumber } from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

/** The pods of a part of the control plane. */
export function partPods({ model, controlPlane }: Cluster, part: string): readonly Entry[] {
  const known = controlPlaneParts.find((name) => name === part);
  const ids = known === undefined ? [] : controlPlane.pods[known];
  return ids.flatMap((id) => model.get(id) ?? []);
}

/** `pods a and b`, linked. */
function inPods(cluster: Cluster, pods: readonly Entry[]): FactValue {
  if (pods.length === 0) return undefined;
  return [text(pods.length === 1 ? 'pod ' : 'pods '), ...linksTo(cluster, pods)];
}

/** `nodes a and b`, linked where the snapshot holds them. */
function nodesOfControlPlane(cluster: Cluster): readonly Prose[] {
  const found = partPods(cluster, 'kube-apiserver').flatMap(
    (pod) => readPod(pod).spec?.nodeName ?? [],
  );
  const names = [...new Set(found)];
  if (names.length === 0) return [text('nodes that the snapshot does not name')];
  const words = names.slice(0, 5).map((name) => {
    const node = find(cluster, 'Node', undefined, name);
    return [node === undefined ? code(name) : linkTo(cluster, node)];
  });
  const rest = names.length - words.length;
  const listed = enumerate(rest > 0 ? [...words, [text(`${rest} more`)]] : words);
  return [text(names.length === 1 ? 'node ' : 'nodes '), ...listed];
}

function summary(cluster: Cluster): FactValue {
  const { mode } = cluster.controlPlane;
  const provider = cluster.distribution?.provider;
  const pods = controlPlaneParts.flatMap((part) => partPods(cluster, part)).length;
  switch (mode) {
    case 'static-pods':
      return [text(`${spell(pods, 'static pod')} on `), ...nodesOfControlPlane(cluster)];
    case 'mixed':
      return [
        text(`${spell(pods, 'static pod')} on `),
        ...nodesOfControlPlane(cluster),
        text('; of its other parts the snapshot holds no pod'),
      ];
    case 'regular-pods':
      return 'made of pods that workloads own';
    case 'hidden':
      return provider === undefined
        ? 'on machines that are no nodes'
        : `run by ${provider}, out of sight`;
    case 'host-process':
      return 'a process of a machine, out of sight of the API';
    case 'unknown':
      return 'not to be seen in the snapshot';
  }
}

/** Why a part of the control plane cannot be seen. */
function elsewhere({ distribution, model }: Cluster): FactValue {
  if (capturedOf({ model }, 'pods', 'kube-system') === 'not-captured')
    return 'Pods were not captured';
  if (distribution?.provider !== undefined) {
    return `${distribution.provider} runs it, on machines that are no nodes of this cluster`;
  }
  return distribution?.service === undefined
    ? 'no pod of it is in the snapshot'
    : marked(placeOnMachine(distribution));
}

function mirrorPods(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'Pod').filter(
    ({ object }) => object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined,
  );
}

function exampleMirror(cluster: Cluster): Entry | undefined {
  const pods = mirrorPods(cluster);
  return pods.find(({ object }) => object.metadata.name.startsWith('etcd-')) ?? pods[0];
}

function mirrorParts(cluster: Cluster): FactValue {
  const pod = exampleMirror(cluster);
  const node = pod && readPod(pod).spec?.nodeName;
  const name = pod?.object.metadata.name ?? '';
  if (node === undefined || !name.endsWith(`-${node}`)) return undefined;
  const manifest = name.slice(0, -node.length - 1);
  return [
    code(manifest),
    text(' is the manifest of '),
    code(name),
    text(', '),
    code(node),
    text(' the node'),
  ];
}

function etcdPods(cluster: Cluster): readonly Entry[] {
  return partPods(cluster, 'etcd');
}

function etcdMembers(cluster: Cluster): number | undefined {
  const listed = flagOf(cluster, 'etcd', 'initial-cluster')?.split(',').length;
  const pods = etcdPods(cluster).length;
  // The flag lists the members at first start; a member that joined later knows more than the first.
  return pods === 0 ? undefined : Math.max(listed ?? 0, pods);
}

/** Whether the flag of the first etcd names as many members as there are pods. */
export function etcdListsAll(cluster: Cluster): boolean {
  const listed = flagOf(cluster, 'etcd', 'initial-cluster')?.split(',').length ?? 0;
  return listed >= etcdPods(cluster).length;
}

function etcdMembersProof(cluster: Cluster): FactValue {
  const listed = flagOf(cluster, 'etcd', 'initial-cluster');
  if (listed !== undefined && etcdListsAll(cluster)) return code(`--initial-cluster=${listed}`);
  return inPods(cluster, etcdPods(cluster));
}

function etcdImage(cluster: Cluster): string | undefined {
  const [pod] = etcdPods(cluster);
  return pod && readPod(pod).spec?.containers.find(({ name }) => name === 'etcd')?.image;
}

function kubeadmAnnotation(cluster: Cluster): FactValue {
  const keys = etcdPods(cluster).flatMap(({ object }) =>
    Object.keys(object.metadata.annotations ?? {}),
  );
  return codeOf(keys.find((key) => key.startsWith('kubeadm.kubernetes.io/')));
}

/** Address that is not of the node itself, if there is one: the one others use. */
function clientUrl(cluster: Cluster): string | undefined {
  const urls =
    flagOf(cluster, 'etcd', 'advertise-client-urls') ??
    flagOf(cluster, 'etcd', 'listen-client-urls');
  return urls?.split(',')[0]?.replace(/^https?:\/\//, '');
}

/** The control plane as a whole, its static pods, and etcd. */
export const controlPlaneFacts = {
  'control-plane.static-pods': ({ controlPlane }) => controlPlane.mode === 'static-pods',
  'control-plane.regular-pods': ({ controlPlane }) => controlPlane.mode === 'regular-pods',
  'control-plane.mixed': ({ controlPlane }) => controlPlane.mode === 'mixed',
  'control-plane.host-process': ({ controlPlane }) => controlPlane.mode === 'host-process',
  'control-plane.hidden': ({ controlPlane }) => controlPlane.mode === 'hidden',
  'control-plane.unknown': ({ controlPlane }) => controlPlane.mode === 'unknown',
  'control-plane.not-pods': (cluster) =>
    capturedOf(cluster, 'pods', 'kube-system') !== 'not-captured' &&
    partPods(cluster, 'kube-apiserver').length === 0,
  'control-plane.reason': ({ controlPlane }) => marked(controlPlane.reason),
  'control-plane.elsewhere': elsewhere,
  'control-plane.summary': summary,
  'control-plane.node': nodesOfControlPlane,
  'datastore.home': ({ distribution }) => marked(distribution?.homes?.datastore ?? ''),
  'datastore.why': ({ distribution, controlPlane }) =>
    marked(distribution?.homes?.datastore ?? `${controlPlane.reason}.`),
  'mirror.count': (cluster) => mirrorPods(cluster).length > 0,
  'mirror.count-cap': (cluster) => {
    const { length } = mirrorPods(cluster);
    return length === 0 ? undefined : capital(spell(length, 'pod'));
  },
  'mirror.control-plane': (cluster) =>
    mirrorPods(cluster).some(({ object }) => object.metadata.labels?.['tier'] === 'control-plane'),
  'mirror.example': (cluster) => {
    const pod = exampleMirror(cluster);
    return pod && linkTo(cluster, pod);
  },
  'mirror.example-parts': mirrorParts,
  'etcd.pod': (cluster) => inPods(cluster, etcdPods(cluster)),
  'etcd.pod-count': (cluster) => spell(etcdPods(cluster).length, 'pod'),
  'etcd.members': (cluster) => {
    const members = etcdMembers(cluster);
    if (members === undefined) return undefined;
    return members === 1 ? 'one etcd process' : `an etcd of ${spellNumber(members)} members`;
  },
  'etcd.members-proof': etcdMembersProof,
  'etcd.single': (cluster) => etcdMembers(cluster) === 1,
  'etcd.several': (cluster) => (etcdMembers(cluster) ?? 0) > 1,
  'etcd.quorum': (cluster) => {
    const members = etcdMembers(cluster) ?? 0;
    if (members < 2) return undefined;
    const spare = Math.ceil(members / 2) - 1;
    if (spare === 0) return 'With two members that is both: the loss of either stops the cluster.';
    return `With ${spellNumber(members)} members it bears the loss of ${spellNumber(spare)}.`;
  },
  'etcd.image': (cluster) => codeOf(etcdImage(cluster)),
  'etcd.version': (cluster) => {
    const tag = imageTag(etcdImage(cluster) ?? '');
    return tag?.replace(/-\d+$/, '').replace(/^v/, '');
  },
  'etcd.client-url': (cluster) => codeOf(clientUrl(cluster)),
  'etcd.data-dir': (cluster) => codeOf(flagOf(cluster, 'etcd', 'data-dir')),
  'etcd.client-cert-auth': (cluster) => flagOf(cluster, 'etcd', 'client-cert-auth') === 'true',
  'etcd.metrics-url': (cluster) => codeOf(flagOf(cluster, 'etcd', 'listen-metrics-urls')),
  'etcd.kubeadm-annotation': kubeadmAnnotation,
  'scheduler.pod': (cluster) => inPods(cluster, partPods(cluster, 'kube-scheduler')),
  'controllers.pod': (cluster) => inPods(cluster, partPods(cluster, 'kube-controller-manager')),
  'apiserver.pod': (cluster) => inPods(cluster, partPods(cluster, 'kube-apiserver')),
} satisfies FactTable;
