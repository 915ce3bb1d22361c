/** What Kubernetes, its distributions and operators make by themselves, by the marks they leave. */
import type { MakerRule } from './maker.ts';

/** A rule for one key, whatever its value. */
function marked(tool: string, key: string, what?: string): MakerRule {
  return (marks) => {
    const found = marks.of(key);
    return found.length === 0 ? undefined : { tool, what, marks: found };
  };
}

/** A rule for keys that begin alike. */
function prefixed(tool: string, prefix: string, what?: string): MakerRule {
  return (marks) => {
    const found = marks.beginning(prefix);
    return found === undefined ? undefined : { tool, what, marks: [found] };
  };
}

/** Names in `app.kubernetes.io/managed-by` that other rules tell better. */
const toldElsewhere = /^(Helm|Tiller|kustomize.*|argo.*|flux.*|kubectl)$/i;

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const managedBy: MakerRule = (marks) => {
  const tool = marks.label('app.kubernetes.io/managed-by');
  if (!tool || toldElsewhere.test(tool)) return undefined;
  return { tool, marks: marks.of('app.kubernetes.io/managed-by') };
};

const addonManager: MakerRule = (marks) => {
  const mode = marks.label('addonmanager.kubernetes.io/mode');
  if (mode === undefined) return undefined;
  const what = mode === 'Reconcile' ? 'which undoes changes' : undefined;
  return { tool: 'The add-on manager', what, marks: marks.of('addonmanager.kubernetes.io/mode') };
};

/** Rules for what nobody brought by hand. */
export const platformRules: readonly MakerRule[] = [
  marked('The API server', 'kubernetes.io/bootstrapping', 'as it started'),
  marked(
    'The API server',
    'kube-aggregator.kubernetes.io/automanaged',
    'for an API that it serves',
  ),
  marked('The API server', 'apf.kubernetes.io/autoupdate-spec', 'as it started'),
  marked('The kubelet of its node', 'kubernetes.io/config.mirror', 'as the mirror of a static Pod'),
  marked('Kubernetes', 'endpointslice.kubernetes.io/managed-by'),
  marked('Kubernetes', 'endpoints.kubernetes.io/managed-by'),
  marked('Kubernetes', 'ipaddress.kubernetes.io/managed-by'),
  prefixed('OpenShift', 'include.release.openshift.io/', 'as a part of its release'),
  prefixed('OpenShift', 'operator.openshift.io/', 'as one of its operators keeps it'),
  prefixed('k3s or RKE2', 'objectset.rio.cattle.io/', 'as an Addon'),
  marked('Rancher', 'cattle.io/creator'),
  marked('Amazon EKS', 'eks.amazonaws.com/component'),
  addonManager,
  managedBy,
];
