import { builtinResources } from '#snapshot/builtin-resources.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { PathHint } from './layout.ts';

/** What makes a value an object of the API, where its surroundings have to say it. */
export type TypeMeta = Pick<KubeObject, 'apiVersion' | 'kind'>;

// Support bundles and backups call them so; no API does.
const nicknames: Readonly<Record<string, string>> = {
  PersistentVolume: 'pvs',
  PersistentVolumeClaim: 'pvcs',
};

const byWord = new Map<string, TypeMeta>();
const byKind = new Map<string, TypeMeta>();

for (const { group, version, kind, plural, singular, shortNames } of builtinResources) {
  const type = { apiVersion: group === '' ? version : `${group}/${version}`, kind };
  // Both groups that have Events list the same ones; the core group comes first in the table.
  if (!byKind.has(kind)) byKind.set(kind, type);
  const nickname = Object.hasOwn(nicknames, kind) ? nicknames[kind] : undefined;
  for (const word of [plural, singular, ...shortNames, ...(nickname ? [nickname] : [])]) {
    byWord.set(`${word}.${group}`, type);
    if (!byWord.has(word)) byWord.set(word, type);
  }
}

/** The built-in kind of this name; of a kind that two groups have, the one of the core group. */
export function builtinKind(kind: string): TypeMeta | undefined {
  return byKind.get(kind);
}

/**
 * The built-in kind that a word of a path means: `pods`, `replication-controllers`, `pvc`, `deployments.apps`. A
 * word with a group that Kubernetes does not have (`nodes.longhorn.io`) means none, whatever stands before the dot.
 */
function builtinNamed(word: string): TypeMeta | undefined {
  const lower = word.toLowerCase();
  const dot = lower.indexOf('.');
  const name = (dot === -1 ? lower : lower.slice(0, dot)).replaceAll(/[-_ ]/g, '');
  return byWord.get(dot === -1 ? name : `${name}${lower.slice(dot)}`);
}

/** The built-in kind that a layout says a file holds; `undefined` also where it is no built-in one. */
export function typeFromHint({ type, resource, group }: PathHint): TypeMeta | undefined {
  if (type !== undefined) return type;
  if (resource === undefined) return undefined;
  return builtinNamed(group === undefined ? resource : `${resource}.${group}`);
}

/** `nodes.longhorn.io`, `deployments.apps.openshift.io`: a resource of a group that is not built in. */
const namesCustomResource = /^[a-z]+(\.[a-z0-9-]+){2,}$/;

/**
 * The kind that a path gives to what the file holds, the nearest segment first: `kube-system/pods.json`,
 * `pvcs/minio.json`, `_/storageclasses.storage.k8s.io/hostpath.yaml`, and katafygio's `clusterrole-view.yaml`.
 */
export function typeFromPath(path: string): TypeMeta | undefined {
  const [file = '', ...folders] = path.split(/[/\\]/).reverse();
  const stem = file.replace(/(\.(json|ya?ml|txt|gz))+$/i, '');
  for (const [depth, segment] of [stem, ...folders.slice(0, 4)].entries()) {
    // `pods/namespaces/shop/web.json`: what follows is a namespace, and what is in it is none.
    if (depth > 1 && segment === 'namespaces') continue;
    const type = builtinNamed(segment);
    if (type !== undefined) return type;
    if (namesCustomResource.test(segment)) return undefined;
  }
  return kindBeforeName(stem);
}

/** Whether a path says that the file holds objects of a kind that is not built in. */
export function namesCustomKind(path: string): boolean {
  return path
    .split(/[/\\]/)
    .map((segment) => segment.replace(/(\.(json|ya?ml|txt|gz))+$/i, ''))
    .some((segment) => namesCustomResource.test(segment) && builtinNamed(segment) === undefined);
}

/** `service_web`, `clusterrole-view`, `deployment.apps_web`: the kind, then the object's name. */
function kindBeforeName(stem: string): TypeMeta | undefined {
  const [, kind] = /^([a-z]{3,}(?:\.[a-z0-9.-]+(?=_))?)[-_]./.exec(stem) ?? [];
  return kind === undefined ? undefined : builtinNamed(kind);
}

const selfLinkPattern =
  /^\/(?:api|apis\/([a-z0-9.-]+))\/(v[a-z0-9]+)(?:\/namespaces\/[^/]+(?=\/))?\/([a-z]+)(?:\/|$)/;

/**
 * What a selfLink says of its object: `/apis/batch/v1/namespaces/shop/jobs/backup` is a Job of batch/v1. Servers
 * up to 1.19 write one into every object and list.
 */
export function typeFromSelfLink(selfLink: unknown): TypeMeta | undefined {
  if (typeof selfLink !== 'string') return undefined;
  const [, group = '', version = '', plural = ''] = selfLinkPattern.exec(selfLink) ?? [];
  // Of a legacy group the kind is known by its name in the group of today.
  const kind = (
    byWord.get(`${plural}.${group}`) ?? (group === 'extensions' ? byWord.get(plural) : undefined)
  )?.kind;
  return kind === undefined
    ? undefined
    : { apiVersion: group === '' ? version : `${group}/${version}`, kind };
}
