import type { DoubleCluster, DoubleResource } from './cluster.ts';

/** A group version whose own server does not answer: `{ group: 'metrics.k8s.io', version: 'v1beta1' }`. */
export interface DeadGroup {
  readonly group: string;
  readonly version: string;
}

/** Verbs of a resource that can be listed, as discovery gives them. */
const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
const aggregatedForm =
  /application\/json;g=apidiscovery\.k8s\.io;v=(v2|v2beta1);as=APIGroupDiscoveryList/;

/** Resources that cannot be listed and subresources: a reader must leave them alone. */
const unlisted = {
  '': ['bindings', 'Binding'],
  'authorization.k8s.io': ['subjectaccessreviews', 'SubjectAccessReview'],
} as const;

/** Content type of the aggregated form a request accepts, `undefined` when it wants the old one. */
export function aggregatedType(accept: string): string | undefined {
  return aggregatedForm.exec(accept)?.[0];
}

/** `/api` (`core`) or `/apis` in one answer. */
export function aggregated(
  cluster: DoubleCluster,
  core: boolean,
  dead: readonly DeadGroup[],
): object {
  const living = groupsOf(cluster).filter(([group]) => (group === '') === core);
  const items = living.map(([group, versions]) => ({
    metadata: group === '' ? {} : { name: group },
    versions: [...versions].map(([version, resources]) => ({
      version,
      resources: [...resources.map(aggregatedResource), ...unlistedIn(group)],
      freshness: 'Current',
    })),
  }));
  const stale = dead.map(({ group, version }) => ({
    metadata: { name: group },
    versions: [{ version, freshness: 'Stale' }],
  }));
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: core ? items : [...items, ...stale],
  };
}

/** `/apis` as older servers answer. */
export function groupList(cluster: DoubleCluster, dead: readonly DeadGroup[]): object {
  const living = groupsOf(cluster).flatMap(([group, versions]) =>
    group === '' ? [] : [{ group, versions: [...versions.keys()] }],
  );
  const groups = [...living, ...dead.map(({ group, version }) => ({ group, versions: [version] }))];
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(({ group, versions }) => {
      const named = versions.map((version) => ({ groupVersion: `${group}/${version}`, version }));
      return { name: group, versions: named, preferredVersion: named[0] };
    }),
  };
}

/** `/api/v1` or `/apis/<group>/<version>` as older servers answer; `undefined` when there is none. */
export function resourceList(
  cluster: DoubleCluster,
  group: string,
  version: string,
): object | undefined {
  const resources = new Map(groupsOf(cluster)).get(group)?.get(version);
  if (resources === undefined) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group === '' ? version : `${group}/${version}`,
    resources: resources.flatMap(({ type }) => {
      const { plural, singular, kind, namespaced, shortNames, categories } = type;
      const resource = { name: plural, singularName: singular, namespaced, kind };
      return [
        { ...resource, verbs, shortNames, categories },
        { ...resource, name: `${plural}/status`, singularName: '', verbs: ['get', 'patch'] },
      ];
    }),
  };
}

type Groups = [string, Map<string, DoubleResource[]>][];

function groupsOf({ resources }: DoubleCluster): Groups {
  const groups = new Map<string, Map<string, DoubleResource[]>>();
  for (const resource of resources) {
    const { group, version } = resource.type;
    const versions = groups.get(group) ?? new Map<string, DoubleResource[]>();
    versions.set(version, [...(versions.get(version) ?? []), resource]);
    groups.set(group, versions);
  }
  return [...groups];
}

function aggregatedResource({ type }: DoubleResource): object {
  const { plural, kind, singular, shortNames, categories, namespaced } = type;
  return {
    resource: plural,
    responseKind: { group: '', version: '', kind },
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    subresources: [{ subresource: 'status', responseKind: { kind }, verbs: ['get', 'patch'] }],
  };
}

function unlistedIn(group: string): object[] {
  const named = Object.entries(unlisted).find(([each]) => each === group)?.[1];
  if (named === undefined) return [];
  const [resource, kind] = named;
  return [{ resource, responseKind: { kind }, scope: 'Namespaced', verbs: ['create'] }];
}
