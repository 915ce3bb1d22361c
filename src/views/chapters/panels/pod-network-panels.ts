import { keyMeaning, knownConfigMap } from '#catalogue/config-maps.ts';
import type { Entry } from '#model/model.ts';
import { isAddress } from '#views/chapters/address.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { configBlock } from '#views/chapters/explained-blocks.ts';
import { dnsService, podNetwork } from '#views/chapters/facts/network-facts.ts';
import { networkPolicies, podNetworkSettings } from '#views/chapters/facts/pod-network-facts.ts';
import type { ChapterBlock, ExplainedItem } from '#views/chapters/prose.ts';
import { code, marked, type Prose, text } from '#views/chapters/prose.ts';
import { configText, readPod } from '#views/chapters/read.ts';
import { corefileMap } from '#views/chapters/settings.ts';
import { tableBlock } from '#views/chapters/tables.ts';
import { codes, linksTo } from '#views/chapters/wording.ts';
import { count } from '#views/words.ts';
import { type Cell, codeCell, grid, type Panel, refCell, textCell } from './panel.ts';
import { componentProfiles } from './profile-panels.ts';

const longList = 40;

/** A table that an author would write, but for what it is of. */
const listed = { type: 'table', limit: 20, wide: false, line: 0 } as const;

/** The network plugin, explained. */
const plugin: Panel = (cluster) => {
  const id = podNetwork(cluster)?.match?.component.id;
  const profiles = id === undefined ? [] : componentProfiles(cluster, id);
  return profiles.length === 0 ? [] : [{ type: 'profiles', profiles }];
};

/** A few addresses that pods of each node really have. */
const addresses: Panel = (cluster) => {
  const placed = all(cluster, 'Pod').filter((pod) => {
    const { spec, status } = readPod(pod);
    return spec?.nodeName !== undefined && status?.podIP !== undefined;
  });
  const byNode = Map.groupBy(placed, (pod) => readPod(pod).spec?.nodeName ?? '');
  const names = [...byNode].toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  const rows = names.slice(0, longList).map(([name, pods]): Cell[] => {
    const node = find(cluster, 'Node', undefined, name);
    const own = pods.filter((pod) => readPod(pod).spec?.hostNetwork !== true);
    const examples = own
      .flatMap((pod) => readPod(pod).status?.podIP ?? [])
      .filter(isAddress)
      .slice(0, 3);
    return [
      node === undefined ? codeCell(name) : refCell(cluster, node),
      textCell(`${own.length}`),
      examples.length > 0 ? codes(examples) : textCell(own.length === 0 ? 'none' : 'not captured'),
      textCell(`${pods.length - own.length}`),
    ];
  });
  return grid(
    ['Node', 'Pods with their own address', 'Such as', 'Pods with that of the node'],
    rows,
    [1, 3],
  );
};

const mostSettings = 60;
const mostFiles = 4;

/** The settings of the plugin: short ones as a list, files line by line. */
const settings: Panel = (cluster) => {
  const entry = podNetworkSettings(cluster);
  if (entry === undefined) return [];
  const { name, namespace = '' } = entry.object.metadata;
  const known = knownConfigMap(name);
  const values = [...configText(entry)];
  const isShort = (value: string) => !value.trimEnd().includes('\n');
  const items = values
    .filter(([, value]) => isShort(value))
    .slice(0, mostSettings)
    .map(([label, value]): ExplainedItem => {
      const meaning = known && keyMeaning(known, label);
      return {
        label,
        sign: ':',
        values: [value],
        meaning: meaning === undefined ? undefined : marked(meaning),
      };
    });
  const files = values.filter(([, value]) => !isShort(value)).slice(0, mostFiles);
  return [
    ...(items.length === 0 ? [] : [{ type: 'explained' as const, groups: [{ items }] }]),
    ...files.flatMap(([key]): ChapterBlock[] => {
      const block = configBlock({ name, namespace, key }, cluster);
      return block === undefined ? [] : [block];
    }),
  ];
};

/** Pods that a policy of their namespace selects. */
function restricted(cluster: Cluster, policies: readonly Entry[]): ReadonlySet<string> {
  const ids = policies.flatMap(({ id }) =>
    cluster.model.edgesFrom(id).flatMap(({ relation, to }) => (relation === 'selects' ? [to] : [])),
  );
  return new Set(ids);
}

/** How many pods of each namespace are narrowed by a policy. */
const policies: Panel = (cluster) => {
  const byNamespace = Map.groupBy(
    networkPolicies(cluster),
    ({ object }) => object.metadata.namespace ?? '',
  );
  const rows = [...byNamespace].slice(0, longList).map(([namespace, found]): Cell[] => {
    const pods = all(cluster, 'Pod', namespace).length;
    const narrowed = restricted(cluster, found).size;
    const rest = pods - narrowed;
    const link: Prose = {
      type: 'link',
      href: cluster.links.namespace(namespace),
      children: [code(namespace)],
    };
    const words =
      rest > 0
        ? `${narrowed} of ${count(pods, 'pod')}; the others are open`
        : `all ${count(pods, 'pod')}`;
    return [[link], linksTo(cluster, found, 4), [text(pods === 0 ? 'there is no pod' : words)]];
  });
  return grid(['Namespace', 'Policies', 'Narrow'], rows);
};

/** The Service that pods ask for names. */
const dnsServiceTable: Panel = (cluster) => {
  const metadata = dnsService(cluster)?.object.metadata;
  if (metadata === undefined) return [];
  const { name, namespace } = metadata;
  return [tableBlock({ ...listed, kind: 'services', namespace, name }, cluster)];
};

/** The EndpointSlices beside that Service, those of kube-system where it is not known. */
const dnsSlices: Panel = (cluster) => {
  const namespace = dnsService(cluster)?.object.metadata.namespace ?? 'kube-system';
  return [tableBlock({ ...listed, kind: 'endpointslices.discovery.k8s.io', namespace }, cluster)];
};

/** The Corefile, line by line. */
const corefileLines: Panel = (cluster) => {
  const metadata = corefileMap(cluster)?.object.metadata;
  if (metadata === undefined) return [];
  const { name, namespace = '' } = metadata;
  const block = configBlock({ name, namespace, key: 'Corefile' }, cluster);
  return block === undefined ? [] : [block];
};

export const podNetworkPanels = {
  'dns-service': dnsServiceTable,
  'dns-slices': dnsSlices,
  corefile: corefileLines,
  'pod-network': plugin,
  'pod-addresses': addresses,
  'pod-network-settings': settings,
  'network-policies': policies,
};
