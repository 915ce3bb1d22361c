import type { Reference, Relation } from '#kinds/reference.ts';
import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { refer, referBySelector } from './refer.ts';

interface Named {
  readonly relation: Relation;
  /** Kind and group of what the value names. */
  readonly to: string;
}

/**
 * Annotations and labels of widespread programs that name other objects: as `name`, as `namespace/name`,
 * or several of these with commas between. The documentation of each program lists them.
 */
const named: ReadonlyMap<string, Named> = new Map(
  Object.entries({
    // https://kubernetes.io/docs/reference/labels-annotations-taints/
    'volume.kubernetes.io/selected-node': { relation: 'node', to: 'Node' },
    'volume.kubernetes.io/storage-provisioner': {
      relation: 'provisioner',
      to: 'CSIDriver.storage.k8s.io',
    },
    'pv.kubernetes.io/provisioned-by': { relation: 'provisioner', to: 'CSIDriver.storage.k8s.io' },
    // https://cert-manager.io/docs/reference/annotations/
    'cert-manager.io/issuer': { relation: 'certificate', to: 'Issuer.cert-manager.io' },
    'cert-manager.io/cluster-issuer': {
      relation: 'certificate',
      to: 'ClusterIssuer.cert-manager.io',
    },
    'cert-manager.io/certificate-name': {
      relation: 'certificate',
      to: 'Certificate.cert-manager.io',
    },
    'cert-manager.io/inject-ca-from': {
      relation: 'certificate',
      to: 'Certificate.cert-manager.io',
    },
    'cert-manager.io/inject-ca-from-secret': { relation: 'certificate', to: 'Secret' },
    // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
    'nginx.ingress.kubernetes.io/auth-secret': { relation: 'credentials', to: 'Secret' },
    'nginx.ingress.kubernetes.io/auth-tls-secret': { relation: 'certificate', to: 'Secret' },
    'nginx.ingress.kubernetes.io/proxy-ssl-secret': { relation: 'certificate', to: 'Secret' },
    'nginx.ingress.kubernetes.io/default-backend': { relation: 'routes', to: 'Service' },
    // https://docs.openshift.com/container-platform/latest/security/certificates/service-serving-certificate.html
    'service.beta.openshift.io/serving-cert-secret-name': { relation: 'certificate', to: 'Secret' },
    // https://github.com/stakater/Reloader
    'configmap.reloader.stakater.com/reload': { relation: 'names', to: 'ConfigMap' },
    'secret.reloader.stakater.com/reload': { relation: 'names', to: 'Secret' },
  } as const),
);

/**
 * Edges that the annotations and labels of an object write, whatever its kind. Anybody may write an
 * annotation, so one that names what is not there is no edge.
 */
export function annotationReferences(metadata: ObjectMeta): readonly Reference[] {
  const { annotations, labels } = metadata;
  const found: Reference[] = [];
  for (const key in annotations) {
    const entry = named.get(key);
    if (entry === undefined) continue;
    const path = `metadata.annotations["${key}"]`;
    found.push(
      ...placesIn(annotations[key]).flatMap((place) => toPlace(entry, place, path, metadata)),
    );
  }
  if (annotations?.[releaseName]) found.push(...helmRelease(metadata));
  for (const mark of fluxMarks) if (labels?.[mark.name]) found.push(...fluxObject(metadata, mark));
  return found;
}

function placesIn(value: unknown): readonly string[] {
  // Text that an annotation of an odd object may not be.
  return typeof value === 'string' ? value.split(',').map((place) => place.trim()) : [];
}

function toPlace({ relation, to }: Named, place: string, path: string, { namespace }: ObjectMeta) {
  const slash = place.indexOf('/');
  return refer(relation, to, {
    name: place.slice(slash + 1),
    namespace: slash === -1 ? namespace : place.slice(0, slash),
    path,
    ifFound: true,
  });
}

const releaseName = 'meta.helm.sh/release-name';
const releaseNamespace = 'meta.helm.sh/release-namespace';

/** Helm keeps what it installed in Secrets, of which the one in force is marked. */
function helmRelease({ annotations = {}, namespace }: ObjectMeta): readonly Reference[] {
  const name = annotations[releaseName] ?? '';
  return referBySelector('manages', 'Secret', {
    selector: { matchLabels: { owner: 'helm', name, status: 'deployed' } },
    namespace: annotations[releaseNamespace] ?? namespace,
    path: `metadata.annotations["${releaseName}"]`,
    detail: `Helm release ${name}`,
    ifFound: true,
  });
}

/** The kinds of Flux that mark what they apply, with labels of each group. */
const fluxMarks = [
  { group: 'kustomize.toolkit.fluxcd.io', kind: 'Kustomization' },
  { group: 'helm.toolkit.fluxcd.io', kind: 'HelmRelease' },
].map(({ group, kind }) => ({
  target: groupKindKey({ group, kind }),
  name: `${group}/name`,
  namespace: `${group}/namespace`,
}));

function fluxObject({ labels = {} }: ObjectMeta, mark: (typeof fluxMarks)[number]) {
  return refer('manages', mark.target, {
    name: labels[mark.name],
    namespace: labels[mark.namespace],
    path: `metadata.labels["${mark.name}"]`,
    ifFound: true,
  });
}
