import { defaultOfFlag } from '#catalogue/flags/defaults.ts';
import { humanDuration } from '#kinds/parts/duration.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { readLease, readPod } from '#views/chapters/read.ts';
import { flagOf, flagsOf } from '#views/chapters/settings.ts';
import { codes, linkTo, spell, spellNumber } from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

/** Leases of nodes: those that carry the name of their holder. Controllers of k0s write here too. */
export function nodeLeases(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'Lease.coordination.k8s.io', 'kube-node-lease').filter(
    ({ object }) => !object.metadata.name.startsWith('k0s-ctrl-'),
  );
}

/** Milliseconds from the last renewal of a Lease to the capture. */
export function sinceRenewal({ model }: Cluster, lease: Entry): number | undefined {
  const renewed = Date.parse(readLease(lease).spec?.renewTime ?? '');
  return Number.isNaN(renewed) ? undefined : model.context.now - renewed;
}

function freshness(cluster: Cluster): FactValue {
  const leases = nodeLeases(cluster);
  const [first] = leases;
  const ages = leases.flatMap((lease) => sinceRenewal(cluster, lease) ?? []);
  if (first === undefined || ages.length === 0) return undefined;
  const oldest = humanDuration(Math.max(...ages));
  if (leases.length === 1) {
    return [
      code(first.object.metadata.name),
      text(` did so ${oldest} before this snapshot was taken`),
    ];
  }
  return `all ${spellNumber(leases.length)} had done so within ${oldest} before this snapshot was taken`;
}

function systemLease(cluster: Cluster, name: string): Entry | undefined {
  return find(cluster, 'Lease.coordination.k8s.io', 'kube-system', name);
}

/** Host of a holder: `docker-desktop_68c29a77-…` is a process on `docker-desktop`. */
export function leaderOf(cluster: Cluster, name: string): string | undefined {
  const lease = systemLease(cluster, name);
  return lease && readLease(lease).spec?.holderIdentity?.replace(/_.*$/, '');
}

/** Leases by which API servers say that they run. */
export function apiServerLeases(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'Lease.coordination.k8s.io', 'kube-system').filter(
    ({ object }) => object.metadata.labels?.['apiserver.kubernetes.io/identity'] !== undefined,
  );
}

/** Those whose Lease had not run out at capture. */
export function liveApiServers(cluster: Cluster): readonly Entry[] {
  return apiServerLeases(cluster).filter((lease) => {
    const age = sinceRenewal(cluster, lease);
    const valid = (readLease(lease).spec?.leaseDurationSeconds ?? 3600) * 1000;
    return age !== undefined && age <= valid;
  });
}

/** `{ seconds: 50 }`, or a flag's own text, of the silence after which a node counts as unreachable. */
export function gracePeriod(cluster: Cluster): { readonly text: string; readonly isFlag: boolean } {
  const flag = flagOf(cluster, 'kube-controller-manager', 'node-monitor-grace-period');
  if (flag !== undefined) return { text: spaced(flag), isFlag: true };
  const standard = defaultOfFlag(
    'kube-controller-manager',
    'node-monitor-grace-period',
    cluster.minor,
  );
  return { text: standard === undefined ? '40 or 50 s' : spaced(standard), isFlag: false };
}

function gracePeriodSource(cluster: Cluster): FactValue {
  const { isFlag } = gracePeriod(cluster);
  if (isFlag) {
    return [
      text('So says the flag '),
      code('--node-monitor-grace-period'),
      text(' of this cluster. '),
    ];
  }
  const history = 'The default was 40 s up to Kubernetes 1.31 and is 50 s since 1.32';
  const visible = flagsOf(cluster, 'kube-controller-manager').length > 0;
  const end = visible
    ? '; no flag says otherwise here.'
    : '; whether a flag says otherwise here is not visible.';
  return `${history}${end}`;
}

/** `5 s`, or a flag's own text: how often the node controller looks at the heartbeats. */
export function monitorPeriod(cluster: Cluster): string {
  const flag = flagOf(cluster, 'kube-controller-manager', 'node-monitor-period');
  return flag === undefined ? '5 s' : spaced(flag);
}

/** `180s` → `180 s`; anything else as it is. */
function spaced(duration: string): string {
  return duration.replace(/^(\d+)s$/, '$1 s');
}

/** How the two times of the node controller are known, in one sentence. */
function timingSource(cluster: Cluster): FactValue {
  const names = ['node-monitor-period', 'node-monitor-grace-period'];
  const set = names.filter(
    (name) => flagOf(cluster, 'kube-controller-manager', name) !== undefined,
  );
  const [pod] = cluster.component('kube-controller-manager').flatMap(({ pods }) => pods);
  const version = cluster.minor === undefined ? '' : ` of Kubernetes 1.${cluster.minor}`;
  if (pod === undefined) return `Defaults${version}: the flags are not visible.`;
  const flags = (list: readonly string[]) => codes(list.map((name) => `--${name}`));
  const open = names.filter((name) => !set.includes(name));
  if (set.length === 0) {
    return [
      text(`Defaults${version}: pod `),
      linkTo(cluster, pod),
      text(' has neither of the flags '),
      ...flags(names),
      text('.'),
    ];
  }
  return [
    text(set.length === 1 ? 'The flag ' : 'The flags '),
    ...flags(set),
    text(' of pod '),
    linkTo(cluster, pod),
    text(open.length === 0 ? '.' : `; the other time is the default${version}.`),
  ];
}

/** A pod that carries the two tolerations of 300 seconds; one of CoreDNS where there is one. */
export function patientPod(cluster: Cluster): Entry | undefined {
  const isPatient = (pod: Entry): boolean => {
    const keys = (readPod(pod).spec?.tolerations ?? [])
      .filter(({ tolerationSeconds }) => tolerationSeconds === 300)
      .map(({ key }) => key);
    return (
      keys.includes('node.kubernetes.io/not-ready') &&
      keys.includes('node.kubernetes.io/unreachable')
    );
  };
  const dns = cluster.component('coredns').flatMap(({ pods }) => pods);
  return [...dns, ...all(cluster, 'Pod', 'kube-system'), ...all(cluster, 'Pod')].find(isPatient);
}

function leaseLink(cluster: Cluster, name: string): Prose | undefined {
  const lease = systemLease(cluster, name);
  return lease && linkTo(cluster, lease);
}

/** Heartbeats, leaders, and the times of the node controller. */
export const leaseFacts = {
  'node-leases.count': (cluster) => nodeLeases(cluster).length > 0,
  'node-leases.freshness': freshness,
  'leases.kube-system': (cluster) =>
    all(cluster, 'Lease.coordination.k8s.io', 'kube-system').length > 0,
  'tolerations.example-pod': (cluster) => {
    const pod = patientPod(cluster);
    return pod && linkTo(cluster, pod);
  },
  'controllers.monitor-period': monitorPeriod,
  'controllers.grace-period': (cluster) => gracePeriod(cluster).text,
  'controllers.grace-period-source': gracePeriodSource,
  'controllers.timing-source': timingSource,
  'controllers.leader': (cluster) => codeOf(leaderOf(cluster, 'kube-controller-manager')),
  'controllers.lease': (cluster) => leaseLink(cluster, 'kube-controller-manager'),
  'controllers.lease-duration': (cluster) => {
    const lease = systemLease(cluster, 'kube-controller-manager');
    const seconds = lease && readLease(lease).spec?.leaseDurationSeconds;
    return seconds === undefined ? undefined : `${seconds} s`;
  },
  'controllers.own-accounts': (cluster) =>
    flagOf(cluster, 'kube-controller-manager', 'use-service-account-credentials') === 'true',
  'scheduler.leader': (cluster) => codeOf(leaderOf(cluster, 'kube-scheduler')),
  'cloud-controller.lease': (cluster) => leaseLink(cluster, 'cloud-controller-manager'),
  'apiserver.leases': (cluster) => apiServerLeases(cluster).length > 0,
  'apiserver.instances': (cluster) => {
    const { length } = liveApiServers(cluster);
    return length === 0 ? undefined : spell(length, 'copy', 'copies');
  },
} satisfies FactTable;
