import { resourceKey } from '#snapshot/manifest.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { all, find } from '#views/chapters/cluster.ts';
import { capturedOf, notInFull } from '#views/chapters/coverage.ts';
import { code, marked, type Prose, text } from '#views/chapters/prose.ts';
import { readNode, readService } from '#views/chapters/read.ts';
import { capital, join, linksTo, spell, spellNumber } from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

const controlPlaneRole = 'node-role.kubernetes.io/control-plane';
const oldControlPlaneRole = 'node-role.kubernetes.io/master';

/** `a Docker Desktop cluster, set up by kubeadm`. */
function distributionPhrase({ maker, distribution, detection }: Cluster): string | undefined {
  if (maker === undefined || distribution === undefined) return undefined;
  const sure = maker.confidence === 'certain' ? '' : 'probably ';
  const installer = detection.facets.find(({ role }) => role === 'installer');
  const underneath =
    installer === undefined || installer.id === maker.id ? '' : `, set up by ${installer.name}`;
  const machines = detection.facets.find(({ role }) => role === 'machines');
  const own = distribution.provider !== undefined || machines?.id === 'kind';
  const on = machines === undefined || own ? '' : ` on machines of ${machines.name}`;
  return `${sure}${distribution.phrase}${underneath}${on}`;
}

function missingResources({ model }: Cluster): string | undefined {
  const { resources } = model.snapshot.manifest;
  const missing = notInFull(model);
  if (missing.length === 0) return undefined;
  const names = missing.slice(0, 6).map((resource) => resourceKey(resource));
  const rest = missing.length - names.length;
  const list = join(rest > 0 ? [...names, `${rest} more`] : names);
  const subject = `${capital(spellNumber(missing.length))} of ${resources.length} resources`;
  return `${subject} ${missing.length === 1 ? 'was' : 'were'} not captured in full: ${list}.`;
}

/**
 * The mark that Troubleshoot leaves where it took a value out.
 *
 * @see https://troubleshoot.sh/docs/redact/
 */
const mask = '***HIDDEN***';

/** Known by Service `kubernetes`: every cluster has its address. */
function maskOf(cluster: Cluster): FactValue {
  const service = find(cluster, 'Service', 'default', 'kubernetes');
  return service && readService(service).spec?.clusterIP === mask ? code(mask) : undefined;
}

function nodes(cluster: Cluster) {
  return all(cluster, 'Node').map((entry) => ({ entry, ...readNode(entry) }));
}

/** Nodes that were read, and not only named by other objects. */
function captured(cluster: Cluster) {
  return nodes(cluster).filter(({ entry }) => entry.inferred === undefined);
}

/** `six nodes`; `at least 15 nodes` where some are known by name only, for there may be more. */
export function nodeCount(cluster: Cluster): string | undefined {
  const { length } = nodes(cluster);
  if (length === 0) return undefined;
  const counted = spell(length, 'node');
  return captured(cluster).length === length ? counted : `at least ${counted}`;
}

/** The snapshot proves that there is no second node. */
function isSingle(cluster: Cluster): boolean {
  return nodes(cluster).length === 1 && capturedOf(cluster, 'nodes') === 'complete';
}

function controlPlaneNodes(cluster: Cluster) {
  return nodes(cluster).filter(({ entry }) => {
    const labels = entry.object.metadata.labels ?? {};
    return controlPlaneRole in labels || oldControlPlaneRole in labels;
  });
}

/** The taint that keeps ordinary pods off a node of the control plane. */
function ownTaint({ spec }: ReturnType<typeof controlPlaneNodes>[number]): string | undefined {
  const taint = spec?.taints.find(
    ({ key }) => key === controlPlaneRole || key === oldControlPlaneRole,
  );
  return taint && `${taint.key}:${taint.effect}`;
}

function versionFromServer({ version }: Cluster): FactValue {
  if (version === undefined || /kubelet/.test(version.from))
    return 'whose version was not captured';
  return code(version.text);
}

function kubeletPort(cluster: Cluster): readonly Prose[] {
  const ports = nodes(cluster).flatMap(
    ({ status }) => status?.daemonEndpoints?.kubeletEndpoint?.Port ?? [],
  );
  return ports[0] === undefined ? [code('10250'), text(' by default')] : [code(`${ports[0]}`)];
}

/** What the cluster is and what its nodes are. */
export const clusterFacts = {
  'cluster.name': ({ model }) => code(model.snapshot.manifest.cluster.name),
  version: ({ version }) => codeOf(version?.text),
  'version.from-server': versionFromServer,
  'distribution.phrase': distributionPhrase,
  'distribution.provider': ({ distribution }) => distribution?.provider,
  'distribution.k0s': ({ distribution }) => distribution?.id === 'k0s',
  'coverage.missing': missingResources,
  'dump.masked': maskOf,
  'nodes.count': nodeCount,
  'nodes.captured': (cluster) => captured(cluster).length > 0,
  // Some were read, and others are named: what holds for those need not hold for these.
  'nodes.partly': (cluster) => {
    const { length } = captured(cluster);
    return length > 0 && length < nodes(cluster).length;
  },
  // Names that pods give away; of such nodes nothing else is known.
  'nodes.inferred': (cluster) => {
    const from = all(cluster, 'Node').find(({ inferred }) => inferred !== undefined)?.inferred;
    return from === undefined ? undefined : marked(from.replace(/^\S+\.\S+/, '`$&`'));
  },
  'nodes.inferred-names': (cluster) => {
    const names = all(cluster, 'Node').filter(({ inferred }) => inferred !== undefined);
    return names.length === 0 ? undefined : linksTo(cluster, names, 6);
  },
  'nodes.choice': (cluster) => {
    const { length } = nodes(cluster);
    if (length === 0) return undefined;
    if (length === 1) {
      return isSingle(cluster) ? 'the only node' : 'the only node that this snapshot knows';
    }
    return `one of ${nodeCount(cluster)}`;
  },
  'nodes.single': isSingle,
  'nodes.conditions': (cluster) =>
    nodes(cluster).some(({ status }) => (status?.conditions.length ?? 0) > 0),
  'nodes.agents': (cluster) =>
    nodes(cluster).some(({ status }) => status?.nodeInfo?.kubeletVersion !== undefined),
  'nodes.control-plane-tainted': (cluster) => {
    const [taint] = controlPlaneNodes(cluster).flatMap((node) => ownTaint(node) ?? []);
    return codeOf(taint);
  },
  // kubeadm wrote both keys in 1.24, and only the new one since 1.25.
  'nodes.usual-taint': ({ minor }) =>
    code(
      `${minor !== undefined && minor < 24 ? oldControlPlaneRole : controlPlaneRole}:NoSchedule`,
    ),
  'nodes.control-plane-untainted': (cluster) => {
    const found = controlPlaneNodes(cluster);
    const wasRead = ({ entry }: (typeof found)[number]) => 'status' in entry.object;
    return found.some(wasRead) && !found.some((node) => ownTaint(node) !== undefined);
  },
  'nodes.pod-cidr': (cluster) =>
    nodes(cluster).some(({ spec }) => spec?.podCIDR !== undefined && spec.podCIDR !== ''),
  'kubelet.port': kubeletPort,
  'runtime.docker': (cluster) =>
    nodes(cluster).some(({ status }) =>
      status?.nodeInfo?.containerRuntimeVersion?.startsWith('docker://'),
    ),
} satisfies FactTable;
