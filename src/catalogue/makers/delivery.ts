/** Tools that bring manifests into a cluster, by the marks they leave. */
import type { MakerRule, Marks } from './maker.ts';

/** @see https://helm.sh/docs/topics/release_policy/ annotations since Helm 3.2; `heritage` is a habit of charts */
const helm: MakerRule = (marks) => {
  const managed = marks.label('app.kubernetes.io/managed-by');
  const heritage = marks.label('heritage');
  const release = marks.annotation('meta.helm.sh/release-name') ?? oldRelease(marks, heritage);
  const isHelm = managed === 'Helm' || managed === 'Tiller' || release !== undefined;
  if (!isHelm) return undefined;
  const namespace = marks.annotation('meta.helm.sh/release-namespace');
  const chart = marks.label('helm.sh/chart') ?? marks.label('chart');
  const where = namespace === undefined ? '' : ` in \`${namespace}\``;
  const from = chart === undefined ? '' : `, chart \`${chart}\``;
  return {
    tool: 'Helm',
    what: release === undefined ? undefined : `release \`${release}\`${where}${from}`,
    marks: marks.of(
      'meta.helm.sh/release-name',
      'meta.helm.sh/release-namespace',
      'app.kubernetes.io/managed-by',
      'helm.sh/chart',
      ...(heritage === undefined ? [] : ['heritage', 'release', 'chart']),
    ),
  };
};

function oldRelease(marks: Marks, heritage: string | undefined): string | undefined {
  return heritage === 'Helm' || heritage === 'Tiller' ? marks.label('release') : undefined;
}

/** Helm keeps each revision of a release in a Secret or ConfigMap. */
const helmStorage: MakerRule = (marks) => {
  const name = marks.label('name');
  const version = marks.label('version');
  const keeper = marks.label('owner') ?? marks.label('OWNER');
  if (keeper?.toLowerCase() !== 'helm' && keeper !== 'TILLER') return undefined;
  return {
    tool: 'Helm',
    what: `its record of release \`${name}\`, revision ${version ?? 'unknown'}`,
    marks: marks.of('owner', 'OWNER', 'name', 'version'),
  };
};

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/ `app:group/Kind:namespace/name` */
const argo: MakerRule = (marks) => {
  const tracking = marks.annotation('argocd.argoproj.io/tracking-id');
  const name = tracking?.split(':')[0] ?? marks.label('argocd.argoproj.io/instance');
  if (name === undefined || name === '') return undefined;
  const [namespace, app] = name.includes('_') ? name.split('_', 2) : ['argocd', name];
  return {
    tool: 'Argo CD',
    what: `Application \`${app}\``,
    marks: marks.of('argocd.argoproj.io/tracking-id', 'argocd.argoproj.io/instance'),
    by: { group: 'argoproj.io', kind: 'Application', namespace, name: app ?? name },
  };
};

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/ */
function flux(prefix: string, group: string, kind: string): MakerRule {
  return (marks) => {
    const name = marks.label(`${prefix}/name`);
    const namespace = marks.label(`${prefix}/namespace`);
    if (name === undefined) return undefined;
    return {
      tool: 'Flux',
      what: `${kind} \`${name}\` in \`${namespace ?? 'flux-system'}\``,
      marks: marks.of(`${prefix}/name`, `${prefix}/namespace`),
      by: { group, kind, namespace, name },
    };
  };
}

/** @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/buildmetadata/ */
const kustomize: MakerRule = (marks) => {
  const managed = marks.label('app.kubernetes.io/managed-by') ?? '';
  const found = [
    ...marks.of('config.kubernetes.io/origin', 'alpha.config.kubernetes.io/transformations'),
    ...(/^kustomize/i.test(managed) ? marks.of('app.kubernetes.io/managed-by') : []),
  ];
  return found.length === 0 ? undefined : { tool: 'Kustomize', marks: found };
};

/** @see https://olm.operatorframework.io/ */
const olm: MakerRule = (marks) => {
  const owner = marks.label('olm.owner');
  const namespace = marks.label('olm.owner.namespace');
  const kind = marks.label('olm.owner.kind');
  const component = marks.beginning('operators.coreos.com/');
  if (owner === undefined && component === undefined) return undefined;
  return {
    tool: 'OLM, the Operator Lifecycle Manager',
    what: owner === undefined ? undefined : `${kind ?? 'object'} \`${owner}\``,
    marks: [
      ...marks.of('olm.owner', 'olm.owner.kind', 'olm.owner.namespace'),
      ...(component === undefined ? [] : [component]),
    ],
    by:
      owner === undefined || kind !== 'ClusterServiceVersion'
        ? undefined
        : { group: 'operators.coreos.com', kind, namespace, name: owner },
  };
};

/** @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/ */
const kubectlApply: MakerRule = (marks) => {
  const [found] = marks.of('kubectl.kubernetes.io/last-applied-configuration');
  if (found === undefined) return undefined;
  // The manifest repeats the object; that it is there is the mark.
  return { tool: 'kubectl apply', marks: [{ ...found, value: 'the manifest applied last' }] };
};

/** In the order in which they are told: what drives another tool before that tool. */
export const deliveryRules: readonly MakerRule[] = [
  argo,
  flux('kustomize.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'Kustomization'),
  flux('helm.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io', 'HelmRelease'),
  olm,
  helm,
  helmStorage,
  kustomize,
  kubectlApply,
];
