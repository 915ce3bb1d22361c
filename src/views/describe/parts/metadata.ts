/** What kubectl prints of the metadata of almost every object. */
import { kindOf } from '#kinds/index.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupOf } from '#snapshot/kube-object.ts';
import { objectId } from '#snapshot/object-id.ts';
import { type Item, type Value, value, values } from '#views/describe/description.ts';
import { timeText } from './go-text.ts';

type Labels = Readonly<Record<string, string>>;

/** Longest annotation that stands on one line, and longest line of one that does not, in bytes. */
const maxAnnotation = 140;

/** The document `kubectl apply` keeps; it says the object over again. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const encoder = new TextEncoder();

function sorted(labels: Labels | undefined): readonly (readonly [string, string])[] {
  return Object.entries(labels ?? {}).sort(([a], [b]) => compareCodePoints(a, b));
}

/** `Name`, as it stands in the object. */
export function nameItem({ metadata }: KubeObject): Item | undefined {
  return value('Name', metadata.name);
}

/** Empty for what lives in no namespace. */
export function namespaceItem({ metadata }: KubeObject): Item | undefined {
  return value('Namespace', metadata.namespace ?? '');
}

/** Labels, or a selector of labels, `key=value` a line. */
export function labelsItem(label: string, labels: Labels | undefined): Item {
  return values(
    label,
    sorted(labels).map(([key, text]) => `${key}=${text}`),
  );
}

/** Annotations as `key: value`; one that is long stands on lines of its own, each cut. */
export function annotationsItem(annotations: Labels | undefined, label = 'Annotations'): Item {
  return values(
    label,
    sorted(annotations)
      .filter(([key]) => key !== lastApplied)
      .flatMap(([key, text]) => annotationLines(key, text.replace(/\n$/, ''))),
  );
}

function annotationLines(key: string, text: string): readonly string[] {
  const bytes = key.length + encoder.encode(text).length + 2;
  if (bytes <= maxAnnotation && !text.includes('\n')) return [`${key}: ${text}`];
  return [`${key}:`, ...text.split('\n').map((line) => `  ${shorten(line, maxAnnotation - 2)}`)];
}

function shorten(line: string, max: number): string {
  return line.length > max ? `${line.slice(0, max)}...` : line;
}

/** Labels and annotations under their usual names. */
export function metadataItems({ metadata }: KubeObject): readonly Item[] {
  return [labelsItem('Labels', metadata.labels), annotationsItem(metadata.annotations)];
}

/** `CreationTimestamp`, in UTC. */
export function createdItem({ metadata }: KubeObject): Item | undefined {
  return value('CreationTimestamp', timeText(metadata.creationTimestamp));
}

/** The controller among the owners, as `ReplicaSet/web-7d4b9`; nothing without one. */
export function controlledByItem({ metadata }: KubeObject): Item | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (owner === undefined) return undefined;
  const { apiVersion, kind, name } = owner;
  const group = groupOf(apiVersion);
  const isNamespaced = kindOf({ group, kind })?.namespaced ?? true;
  const namespace = isNamespaced ? metadata.namespace : undefined;
  const names = objectId({ group, kind, namespace, name });
  return value('Controlled By', { text: `${kind}/${name}`, names });
}

/** A value that is the name of an object; without a name, plain text. */
export function naming(
  kindKey: { readonly group?: string; readonly kind: string },
  name: string | undefined,
  namespace?: string | undefined,
): Value {
  if (!name) return { text: name ?? '' };
  return { text: name, names: objectId({ group: '', ...kindKey, name, namespace }) };
}
