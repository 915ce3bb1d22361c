/**
 * A made-up cluster as large as the figures of the design want it: 48,000 objects and 159 MB of JSON, of
 * which 10,000 Pods of 9.4 kB make 94 MB. Only templates are in memory; a page is made when it is asked for.
 */
import { builtinResources } from '#snapshot/builtin-resources.ts';
import { groupOf, type KubeObject, versionOf } from '#snapshot/kube-object.ts';
import { ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { pluralOf } from '#snapshot/plural.ts';
import { padded } from '../../../bench/synthetic-object.ts';
import type { DoubleCluster, DoubleResource } from '../cluster.ts';
import { joined, type Listing, recordedListing } from '../listing.ts';
import {
  appTemplates,
  namespaceTemplates,
  nodeTemplates,
  podTemplate,
  systemNamespaces,
} from './objects.ts';
import { type Filling, suffix, suffixes, templateOf } from './template.ts';

/** How large. */
export interface LargeClusterOptions {
  /** 10,000 when left out. All else stays as it is, and Pods are spread over 1,000 Deployments. */
  readonly pods?: number;
}

const apps = 1000;
const appsPerNamespace = 20;
const nodes = 300;
const eventsPerApp = 20;

/** The cluster. The same objects each time, in the order of an API server. */
export function largeCluster({ pods = 10_000 }: LargeClusterOptions = {}): DoubleCluster {
  const made = [
    ...nodeTemplates.map((object) => resource(object, perNode(object))),
    ...namespaceTemplates.map((object) => resource(object, perNamespace(object))),
    ...[...grouped(appTemplates)].map(([first, objects]) => resource(first, perApp(objects))),
    resource(podTemplate, podListing(pods)),
  ];
  const known = new Set(made.map(({ type }) => resourceKey(type)));
  const empty = builtinResources
    .map(({ expected: _, ...type }) => type)
    .filter((type) => !known.has(resourceKey(type)))
    .map((type) => ({ type, objects: [], resourceVersion: '1' }));
  return { version: 'v1.36.2', resources: [...made, ...events(made), ...empty] };
}

/** The Events once more, in their other group: what is served twice is one thing. */
function events(made: readonly DoubleResource[]): DoubleResource[] {
  return made
    .filter(({ type }) => resourceKey(type) === 'events')
    .map((core) => ({ ...core, type: { ...core.type, group: 'events.k8s.io' } }));
}

function resource(object: KubeObject, generated: Listing): DoubleResource {
  return { type: typeOf(object), objects: [], generated, resourceVersion: '900000001' };
}

function typeOf({ apiVersion, kind, metadata }: KubeObject): ResourceType {
  const group = groupOf(apiVersion);
  const known = builtinResources.find((each) => each.group === group && each.kind === kind);
  const { expected: _, ...type } = { expected: false, ...known };
  return ResourceType.parse({
    plural: pluralOf(kind),
    kind,
    namespaced: metadata.namespace !== undefined,
    ...type,
    group,
    version: versionOf(apiVersion),
  });
}

function grouped(objects: readonly KubeObject[]): Map<KubeObject, KubeObject[]> {
  const kinds = Map.groupBy(objects, ({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  return new Map(
    [...kinds.values()].flatMap((each) =>
      each[0] === undefined ? [] : [[each[0], each] as const],
    ),
  );
}

/** Everything about a Node has its name. */
function perNode(object: KubeObject): Listing {
  return listing([object], nodes, (at) => ({ node: padded(at) }));
}

function perNamespace(object: KubeObject): Listing {
  const ours = listing([object], apps / appsPerNamespace, (at) => ({ namespace: padded(at) }));
  return object.kind === 'Namespace' ? joined(recordedListing(systemNamespaces, true), ours) : ours;
}

function perApp(objects: readonly KubeObject[]): Listing {
  const many = objects[0]?.kind === 'Event' ? eventsPerApp : 1;
  const count = apps * objects.length * many;
  return listing(objects, count, (at) => {
    const app = Math.floor(at / (objects.length * many));
    return { ...ofApp(app), pod: suffix(at % (objects.length * many)) };
  });
}

function podListing(pods: number): Listing {
  const perDeployment = Math.max(1, Math.ceil(pods / apps));
  // Apart from each other, as letters drawn by lot are.
  const stride = Math.floor(suffixes / perDeployment);
  return listing([podTemplate], pods, (at) => ({
    ...ofApp(Math.floor(at / perDeployment)),
    pod: suffix((at % perDeployment) * stride + (at % (stride - 1))),
    node: padded(at % nodes),
    ip: `10.${(at >> 14) % 256}.${(at >> 8) % 64}.${at % 256}`,
  }));
}

function ofApp(app: number): Filling {
  return { app: padded(app), namespace: padded(Math.floor(app / appsPerNamespace)) };
}

/** Items of templates in turn. `own` and `serial` are 12 hex digits, the ends of uids. */
function listing(
  objects: readonly KubeObject[],
  length: number,
  fillingAt: (at: number) => Filling,
): Listing {
  const templates = objects.map((object) => ({
    item: templateOf(object),
    place: fillable(`${object.metadata.namespace ?? ''}/${object.metadata.name}`),
  }));
  const template = (at: number) => templates[at % templates.length];
  return {
    length,
    place: (at) => template(at)?.place(fillingAt(at)) ?? '',
    item(at) {
      const filling = fillingAt(at);
      const serial = (filling['app'] ?? '').padStart(12, '0');
      const own = at.toString(16).padStart(12, '0');
      const version = String(800_000_000 + at);
      return template(at)?.item({ ...filling, serial, own, version }) ?? '';
    },
  };
}

function fillable(text: string): (filling: Filling) => string {
  return (filling) => text.replaceAll(/«(\w+)»/g, (_, word: string) => filling[word] ?? '');
}
