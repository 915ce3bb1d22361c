import { list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type GroupKind, groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { nodesOf } from './compare-nodes.ts';

/**
 * Objects that another object implies: what differs about them is said once, at the Deployment, the
 * CronJob, the Service. Whole kinds first.
 */
const derivedKinds: ReadonlySet<string> = new Set([
  'Event',
  'ComponentStatus',
  'Endpoints',
  'ControllerRevision.apps',
  'Lease.coordination.k8s.io',
  'LeaseCandidate.coordination.k8s.io',
  'IPAddress.networking.k8s.io',
  'CSINode.storage.k8s.io',
  'CSIStorageCapacity.storage.k8s.io',
  'VolumeAttachment.storage.k8s.io',
  'CertificateSigningRequest.certificates.k8s.io',
  'NodeMetrics.metrics.k8s.io',
  'PodMetrics.metrics.k8s.io',
  // Addresses and identities that a pod network deals out.
  'BlockAffinity.crd.projectcalico.org',
  'IPAMBlock.crd.projectcalico.org',
  'IPAMHandle.crd.projectcalico.org',
  'CiliumEndpoint.cilium.io',
  'CiliumEndpointSlice.cilium.io',
  'CiliumIdentity.cilium.io',
  'CiliumNode.cilium.io',
  // Records of what was done, or found.
  'CertificateRequest.cert-manager.io',
  'Challenge.acme.cert-manager.io',
  'ClusterEphemeralReport.reports.kyverno.io',
  'ClusterPolicyReport.wgpolicyk8s.io',
  'EphemeralReport.reports.kyverno.io',
  'Order.acme.cert-manager.io',
  'PolicyReport.wgpolicyk8s.io',
]);

/** Kinds that controllers create by the dozen for one object of another kind. */
const foldedKinds: ReadonlySet<string> = new Set([
  'Pod',
  'ReplicaSet.apps',
  'Job.batch',
  'EndpointSlice.discovery.k8s.io',
]);

const controlled = '"controller":true';
const mirrored = '"kubernetes.io/config.mirror"';

/**
 * Whether an object can matter to a comparison, told from its line in a snapshot, so that what is compared
 * through its owner need not be parsed: that is most of a cluster. A string of the object cannot look like
 * this, since the quotes in it are escaped.
 */
export function mayBeCompared(kind: GroupKind, line: Buffer): boolean {
  const key = groupKindKey(kind);
  if (derivedKinds.has(key)) return false;
  return !foldedKinds.has(key) || !line.includes(controlled) || line.includes(mirrored);
}

/** ConfigMaps that every namespace or API server gets. */
const publishedConfigMaps: ReadonlySet<string> = new Set([
  'kube-root-ca.crt',
  'openshift-service-ca.crt',
  'extension-apiserver-authentication',
  'kube-apiserver-legacy-service-account-token-tracking',
]);

const generatedSecretTypes: ReadonlySet<string> = new Set([
  'kubernetes.io/service-account-token',
  'helm.sh/release.v1',
]);

const volumeOfClaim = /^pvc-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function controller(object: KubeObject): string | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller === true)?.kind;
}

/** Names that objects of one snapshot get from its StatefulSets and Nodes. */
interface GivenNames {
  readonly nodes: ReadonlySet<string>;
  /** `namespace/template-statefulset-`, in front of an ordinal. */
  readonly claims: ReadonlySet<string>;
}

function givenNames(snapshot: Snapshot): GivenNames {
  const objects = snapshot.lists.flatMap((list) => list.objects);
  return {
    nodes: new Set(nodesOf(snapshot).map(({ metadata }) => metadata.name)),
    claims: new Set(objects.filter(({ kind }) => kind === 'StatefulSet').flatMap(claimPrefixes)),
  };
}

const ClaimTemplates = part({
  spec: part({ volumeClaimTemplates: list(part({ metadata: part({ name: text }) })) }),
});

function claimPrefixes(statefulSet: KubeObject): readonly string[] {
  const { namespace, name } = statefulSet.metadata;
  const templates = readObject(ClaimTemplates, statefulSet).spec?.volumeClaimTemplates ?? [];
  return templates.map(({ metadata }) => `${namespace}/${metadata?.name}-${name}-`);
}

/** Whether an object of this snapshot is left out of a comparison, because another one implies it. */
export function derivedIn(snapshot: Snapshot): (object: KubeObject) => boolean {
  const given = givenNames(snapshot);
  return (object) => {
    const kind = groupKindKey(groupKindOf(object));
    const { name, namespace } = object.metadata;
    if (derivedKinds.has(kind) || isPublished(kind, object)) return true;
    if (kind === 'PersistentVolume') return volumeOfClaim.test(name);
    if (kind === 'PersistentVolumeClaim') {
      return given.claims.has(`${namespace}/${name.replace(/\d+$/, '')}`);
    }
    // CSINode, CNINode and their like carry their Node's name.
    if (kind !== 'Node' && namespace === undefined && given.nodes.has(name)) return true;
    return isOwnersBusiness(kind, object);
  };
}

/** What every cluster writes into every namespace, and what it writes of its own API server. */
function isPublished(kind: string, { metadata, ...object }: KubeObject): boolean {
  if (kind === 'ConfigMap') return publishedConfigMaps.has(metadata.name);
  if (kind === 'Secret') return generatedSecretTypes.has(String(object['type']));
  const isEndpoints = kind === 'EndpointSlice.discovery.k8s.io';
  return isEndpoints && metadata.namespace === 'default' && metadata.name === 'kubernetes';
}

function isOwnersBusiness(kind: string, object: KubeObject): boolean {
  const owner = controller(object);
  // A mirror pod's owner is its Node: it is a component of the control plane, compared as such.
  if (owner === undefined || owner === 'Node') return owner === 'Node' && kind !== 'Pod';
  return foldedKinds.has(kind);
}

const OnNode = part({ spec: part({ nodeName: text }) });

/** The name under which an object is compared: a mirror pod's without its node. */
export function comparedName(object: KubeObject): string {
  const { name, annotations } = object.metadata;
  if (annotations?.['kubernetes.io/config.mirror'] === undefined) return name;
  const node = readObject(OnNode, object).spec?.nodeName;
  return node !== undefined && name.endsWith(`-${node}`) ? name.slice(0, -node.length - 1) : name;
}
