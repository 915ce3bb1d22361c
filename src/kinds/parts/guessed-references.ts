import type { Reference } from '#kinds/reference.ts';
import { isFields } from '#snapshot/fields.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import { templateReferences } from './pod-references.ts';
import { LinkedPodTemplate, type PodSite } from './pod-template.ts';
import { refer } from './refer.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Words that end the name of a field, and the kind that the field then names. */
const kindsByWord: readonly (readonly [word: string, target: string])[] = [
  ['secret', 'Secret'],
  ['configmap', 'ConfigMap'],
  ['serviceaccount', 'ServiceAccount'],
  ['service', 'Service'],
  ['persistentvolumeclaim', 'PersistentVolumeClaim'],
  ['claim', 'PersistentVolumeClaim'],
  ['pvc', 'PersistentVolumeClaim'],
  ['storageclass', 'StorageClass.storage.k8s.io'],
  ['ingressclass', 'IngressClass.networking.k8s.io'],
  ['gatewayclass', 'GatewayClass.gateway.networking.k8s.io'],
  ['priorityclass', 'PriorityClass.scheduling.k8s.io'],
  ['runtimeclass', 'RuntimeClass.node.k8s.io'],
  ['node', 'Node'],
  ['namespace', 'Namespace'],
];

/** Deeper than any resource nests; what somebody else wrote may nest without end. */
const deepest = 16;

/**
 * Edges that the names of the fields of a custom resource let one guess: `issuerRef: {name, kind}`,
 * `tlsSecretName: web`, `passwordSecretKeyRef: {name, key}`, and the template of pods it makes. A guess
 * becomes an edge only if there is such an object.
 */
export function guessedReferences(object: KubeObject): readonly Reference[] {
  const group = groupOf(object.apiVersion);
  const found: Reference[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (key === 'metadata' || key === 'status') continue;
    walk(value, { at: key, namespace: object.metadata.namespace, key, group, depth: 0, found });
  }
  return found;
}

interface Place extends PodSite {
  /** The field that holds the value, or the list it is in. */
  readonly key: string;
  /** API group of the object: a kind without a group is most likely a neighbour. */
  readonly group: string;
  readonly depth: number;
  readonly found: Reference[];
}

function walk(value: unknown, place: Place): void {
  if (place.depth > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, into(place, item, index));
  } else if (isFields(value)) {
    if (place.key === 'template' && isPodTemplate(value)) {
      place.found.push(...guesses(templateReferences(LinkedPodTemplate.read(value), place)));
      return;
    }
    place.found.push(...byReference(value, place));
    for (const [key, item] of Object.entries(value)) {
      walk(item, { ...place, key, at: `${place.at}.${key}`, depth: place.depth + 1 });
    }
  } else if (typeof value === 'string') {
    place.found.push(...byName(value, place));
  }
}

/** Lists are keyed by name where their items have one, as everywhere. */
function into(place: Place, item: unknown, index: number): Place {
  const name = isFields(item) && typeof item['name'] === 'string' ? `name=${item['name']}` : index;
  return { ...place, at: `${place.at}[${name}]`, depth: place.depth + 1 };
}

function isPodTemplate({ spec }: Fields): boolean {
  return isFields(spec) && Array.isArray(spec['containers']);
}

function guesses(references: readonly Reference[]): readonly Reference[] {
  return references.map((reference) => ({ ...reference, ifFound: true }));
}

const referenceKey = /(?:Key)?Refs?$|^refs?$/i;

/** `issuerRef: { name: ca, kind: Issuer, group: cert-manager.io }`. */
function byReference(value: Fields, { key, at, namespace, group }: Place): readonly Reference[] {
  const { name, kind } = value;
  if (typeof name !== 'string') return [];
  const stem = key.replace(referenceKey, '');
  const said = typeof kind === 'string' ? kindSaid(value, kind) : undefined;
  const target = said ?? targetOf(stem) ?? (stem === key ? undefined : neighbour(stem, group));
  if (target === undefined) return [];
  return refer(relationTo(target), target, {
    name,
    namespace: typeof value['namespace'] === 'string' ? value['namespace'] : namespace,
    path: `${at}.name`,
    ifFound: true,
  });
}

function kindSaid({ apiVersion, apiGroup, group }: Fields, kind: string): string {
  const said = [group, apiGroup].find((each) => typeof each === 'string');
  const own: GroupKind = {
    group:
      typeof said === 'string' ? said : groupOf(typeof apiVersion === 'string' ? apiVersion : ''),
    kind,
  };
  return groupKindKey(own);
}

/** `issuerRef` of a Certificate in the group cert-manager.io is an Issuer of that group. */
function neighbour(stem: string, group: string): string | undefined {
  return stem === ''
    ? undefined
    : groupKindKey({ group, kind: `${stem[0]?.toUpperCase()}${stem.slice(1)}` });
}

/** `tlsSecretName: web`, `serviceAccount: api`. */
function byName(name: string, { key, at, namespace }: Place): readonly Reference[] {
  const target = targetOf(key.replace(/Names?$/, ''));
  if (target === undefined) return [];
  return refer(relationTo(target), target, { name, namespace, path: at, ifFound: true });
}

function targetOf(stem: string): string | undefined {
  const text = stem.toLowerCase();
  return kindsByWord.find(([word]) => text.endsWith(word))?.[1];
}

function relationTo(target: string) {
  return target === 'ServiceAccount' ? 'identity' : 'names';
}
