import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imported } from '#tests/fixtures/imported.ts';

const data = '../shared/data';

/** What an import makes of a dump besides what its SOURCE.md counts. */
interface Expected {
  /** Formats found. */
  readonly format: RegExp;
  /** Objects more than SOURCE.md counts (fewer: below zero), by kind; the reason stands in a comment. */
  readonly more?: Readonly<Record<string, number>>;
  readonly duplicates?: number;
  /** Files that hold nothing that can be read. */
  readonly unread?: number;
  readonly version?: string;
  /** Where the version was read, if the dump does not say it. */
  readonly from?: string;
  /** Inferred, as many as that. */
  readonly namespaces?: number;
  readonly nodes?: number;
}

const apiServer = 'the image of kube-apiserver';

const dumps: Readonly<Record<string, Expected>> = {
  'api-discovery-1.36': {
    format: /^API discovery \(JSON\), object \(JSON\)$/,
    // Discovery documents are no objects: they name the resources of the ledger.
    more: {
      APIResourceList: -36,
      APIGroupDiscovery: -22,
      APIGroup: -22,
      APIVersions: -1,
      APIGroupList: -1,
    },
    // OpenAPI.
    unread: 11,
  },
  'crd-rich-manifests': { format: /^object \(YAML\), object \(helm template\)$/, namespaces: 2 },
  'docker-desktop-1.19-kubedumper': {
    format: /^(object \(YAML\)|object tree)/,
    version: 'v1.19',
    from: 'the name of the ConfigMap of the kubelets',
  },
  'docker-desktop-1.28-dump-yaml': {
    format: /^cluster-info dump folder$/,
    // Of zero bytes.
    unread: 74,
    version: 'v1.28.2',
    from: apiServer,
    namespaces: 7,
    nodes: 1,
  },
  'eks-1.31-dump-stdout': {
    format: /^API list \(cluster-info dump\)$/,
    version: 'v1.31.13-eks-ecaa3a6',
    from: 'the newest kubelet',
    namespaces: 2,
  },
  // Two dates of one cluster; each folder is a dump of its own.
  'katafygio-minikube-drift': {
    format: /^katafygio tree$/,
    duplicates: 263,
    version: 'v1.27.4',
    from: apiServer,
  },
  // Several clusters written over one another.
  'katafygio-two-clusters': {
    format: /^katafygio tree$/,
    duplicates: 449,
    version: 'v1.28.2',
    from: apiServer,
  },
  'kind-1.24-dump-stdout': {
    format: /^API list \(cluster-info dump\)$/,
    version: 'v1.24.6',
    from: apiServer,
    namespaces: 2,
  },
  // Two installs of one lab: what has the same name in both is there once.
  'kubeadm-1.20-1.21-dump-pair': {
    format: /^API list \(cluster-info dump\)$/,
    duplicates: 4,
    version: 'v1.21.0',
    from: apiServer,
    namespaces: 2,
  },
  'kurl-1.23-support-bundle': {
    format: /^troubleshoot support bundle$/,
    more: {
      // Their kind is known from the name of the file only.
      CustomResourceDefinition: 32,
      // In files whose masks break YAML.
      Engine: 1,
      InstanceManager: 6,
      Replica: 3,
      // No objects.
      APIResourceList: -35,
    },
    version: 'v1.23.5',
  },
  'minikube-1.13-dump-legacy-json': {
    format: /^cluster-info dump folder$/,
    version: 'v1.13.3',
    from: apiServer,
    namespaces: 2,
  },
  // Files that repeat objects of one another. Two of three Nodes are named by Pods only.
  'minikube-1.26-getall-yaml': {
    format: /^kubectl List \(YAML\), object \(YAML\)$/,
    duplicates: 324,
    version: 'v1.26.1',
    from: apiServer,
    nodes: 2,
  },
  'onprem-1.28-85-nodes-dump-stdout': {
    format: /^API list \(cluster-info dump\)$/,
    version: 'v1.28.8',
    from: 'the newest kubelet',
    namespaces: 2,
  },
  'openshift-4.10-all-kinds-yaml': {
    format: /./,
    // Roles and RoleBindings of authorization.openshift.io are those of rbac.authorization.k8s.io.
    duplicates: 127,
    version: 'v1.23.12+8a6bfe4',
    from: 'a condition of a ClusterServiceVersion',
    namespaces: 14,
    nodes: 15,
  },
  'rancher-rke1-katafygio': {
    format: /^katafygio tree$/,
    version: 'v1.17.4-rancher1',
    from: 'the image of hyperkube',
  },
};

/** `{ Pod: 6, Service: 3 }` of `- Counts by kind (99 objects): Pod 6, Service 3`. */
function countsIn(source: string): Readonly<Record<string, number>> {
  const [, list = ''] = /^- Counts by kind \([^)]*\): (.*)$/m.exec(source) ?? [];
  return Object.fromEntries(
    list.split(', ').map((each) => {
      const [kind = '', count] = each.split(' ');
      return [kind, Number(count)];
    }),
  );
}

/** Sums by kind, without those that are zero. */
function sum(counts: readonly (readonly [kind: string, count: number])[]): object {
  const byKind = Map.groupBy(counts, ([kind]) => kind);
  const totals = [...byKind].map(
    ([kind, all]) => [kind, all.reduce((total, [, count]) => total + count, 0)] as const,
  );
  return Object.fromEntries(totals.filter(([, total]) => total !== 0));
}

test('the table has every dump', { skip: !existsSync(data) }, () => {
  expect(Object.keys(dumps)).toEqual(readdirSync(data).sort());
});

// Skipped where the dumps are not at hand: their licences keep them out of this repository.
test.skipIf(!existsSync(data)).each(Object.entries(dumps))(
  '%s is read whole',
  { timeout: 120_000 },
  async (name, { format, more = {}, ...expected }) => {
    const { cluster, inferred, lists, report } = await imported(`${data}/${name}`);
    const counted = countsIn(readFileSync(`${data}/${name}/SOURCE.md`, 'utf8'));
    expect(report.formats.join(', ')).toMatch(format);
    expect(sum(report.read.map(({ kind, count }) => [kind, count]))).toEqual(
      sum([...Object.entries(counted), ...Object.entries(more)]),
    );
    expect({
      duplicates: report.duplicates,
      unread: new Set(report.unreadable.map(({ file }) => file)).size,
      version: cluster.version,
      from: inferred?.version,
      namespaces: inferred?.namespaces.length ?? 0,
      nodes: inferred?.nodes.length ?? 0,
    }).toEqual({
      ...{ duplicates: 0, unread: 0, version: undefined, from: undefined, namespaces: 0, nodes: 0 },
      ...expected,
    });
    const kept = lists.reduce((total, { objects }) => total + objects.length, 0);
    const read = report.read.reduce((total, { count }) => total + count, 0);
    expect(kept).toBe(read - report.duplicates);
  },
);
