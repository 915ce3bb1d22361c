import { groupOf, type KubeObject } from './kube-object.ts';

/** Group and kind, without the version: what an object *is*, whichever version it was read in. */
export interface GroupKind {
  /** `''` is the core group. */
  readonly group: string;
  readonly kind: string;
}

/** The four parts that name an object. `namespace` is absent for cluster-scoped objects. */
export interface ObjectName extends GroupKind {
  readonly namespace?: string | undefined;
  readonly name: string;
}

declare const idBrand: unique symbol;

/**
 * Identity of an object inside one snapshot: `Kind[.group]/[namespace/]name`, for example
 * `Deployment.apps/shop/web`, `Pod/shop/web-7d4b9`, `Node/worker-1`. A `/` or `%` inside a part is
 * percent-encoded, so that an id always splits back into its parts.
 */
export type ObjectId = string & { readonly [idBrand]: true };

/**
 * Kinds that moved to another group. An object read under the old group is the same thing, so both
 * get one id and links and diffs meet.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const movedKinds: Readonly<Record<string, string>> = {
  'extensions/DaemonSet': 'apps',
  'extensions/Deployment': 'apps',
  'extensions/ReplicaSet': 'apps',
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/NetworkPolicy': 'networking.k8s.io',
  'extensions/PodSecurityPolicy': 'policy',
  'events.k8s.io/Event': '',
  // OpenShift serves the objects of RBAC a second time, as they were called before Kubernetes took them over.
  'authorization.openshift.io/ClusterRole': 'rbac.authorization.k8s.io',
  'authorization.openshift.io/ClusterRoleBinding': 'rbac.authorization.k8s.io',
  'authorization.openshift.io/Role': 'rbac.authorization.k8s.io',
  'authorization.openshift.io/RoleBinding': 'rbac.authorization.k8s.io',
};

const movedFrom: ReadonlySet<string> = new Set(
  Object.keys(movedKinds).map((key) => key.slice(0, key.indexOf('/'))),
);

/** The group a kind lives in today: `('extensions', 'Deployment')` → `'apps'`. */
export function currentGroup(group: string, kind: string): string {
  // Asked of every object and every reference: most groups never lost a kind.
  return movedFrom.has(group) ? (movedKinds[`${group}/${kind}`] ?? group) : group;
}

/** Group and kind of an object, in today's group. */
export function groupKindOf(object: Pick<KubeObject, 'apiVersion' | 'kind'>): GroupKind {
  return { group: currentGroup(groupOf(object.apiVersion), object.kind), kind: object.kind };
}

/** `{ group: 'apps', kind: 'Deployment' }` → `'Deployment.apps'`; the core group adds nothing. */
export function groupKindKey({ group, kind }: GroupKind): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** The inverse of {@link groupKindKey}. */
export function groupKindOfKey(key: string): GroupKind {
  const [kind = '', ...group] = key.split('.');
  return { kind, group: group.join('.') };
}

function encodePart(part: string): string {
  return /[%/]/.test(part) ? part.replaceAll('%', '%25').replaceAll('/', '%2F') : part;
}

function decodePart(part: string): string {
  return part.includes('%') ? part.replaceAll('%2F', '/').replaceAll('%25', '%') : part;
}

/** The id of an object named by its parts. Legacy groups are moved first. */
export function objectId({ group, kind, namespace, name }: ObjectName): ObjectId {
  const key = groupKindKey({ group: currentGroup(group, kind), kind });
  const scope = namespace ? `${encodePart(namespace)}/` : '';
  return `${encodePart(key)}/${scope}${encodePart(name)}` as ObjectId;
}

/** The id of an object as read. */
export function idOf(object: KubeObject): ObjectId {
  return objectId({
    group: groupOf(object.apiVersion),
    kind: object.kind,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
  });
}

/** The parts of an id: the inverse of {@link objectId}. */
export function parseObjectId(id: ObjectId): ObjectName {
  const [key = '', ...rest] = id.split('/').map(decodePart);
  const dot = key.indexOf('.');
  const kind = dot === -1 ? key : key.slice(0, dot);
  const group = dot === -1 ? '' : key.slice(dot + 1);
  const name = rest.at(-1) ?? '';
  return rest.length > 1 ? { group, kind, namespace: rest[0] ?? '', name } : { group, kind, name };
}
