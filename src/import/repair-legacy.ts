/*
 * kubectl up to 1.13 wrote `cluster-info dump --output-directory` as Go prints its internal structs: metadata
 * inlined, fields in capitals, everything that is unset written out. Here they become what the API calls them.
 */

type Fields = Readonly<Record<string, unknown>>;
type Field = readonly [name: string, value: unknown];

/** Fields of metadata, which that kubectl wrote into the object itself. */
const metadataFields = new Set([
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'clusterName',
]);

/** Maps whose keys people choose: they stay as they are. */
const maps = new Set([
  'matchLabels',
  'Selector',
  'NodeSelector',
  'Limits',
  'Requests',
  'Capacity',
  'Allocatable',
]);

/** Fields whose internal name is another word than the API's. */
const otherWords: Readonly<Record<string, string>> = {
  LastTerminationState: 'lastState',
  ReportingController: 'reportingComponent',
  CephFS: 'cephfs',
  StorageOS: 'storageos',
};

/** Fields that are of the security context inside and of the Pod's spec in the API. */
const ofPodSpec = new Set(['HostNetwork', 'HostPID', 'HostIPC', 'ShareProcessNamespace']);

/** Ports that nobody asked for: the API leaves them out. */
const unsetWhenZero = new Set(['HostPort', 'NodePort', 'HealthCheckNodePort']);

/** A list as that kubectl wrote it. */
export interface LegacyList {
  readonly selfLink?: unknown;
  readonly resourceVersion?: unknown;
  readonly Items: unknown;
}

/** Whether a document is such a list: `Items` in a capital, and no kind. */
export function isLegacyList(document: object): document is LegacyList {
  return 'Items' in document && !('kind' in document) && !('items' in document);
}

/** Whether an object is written in that way: a name of its own, and fields in capitals. */
export function isLegacyItem(item: object): boolean {
  if ('metadata' in item || 'kind' in item || !('name' in item)) return false;
  return 'Spec' in item || 'InvolvedObject' in item;
}

/** An item of such a list as the API writes it, without apiVersion and kind: they are nowhere in it. */
export function repairLegacyItem(item: object): Fields {
  const fields = Object.entries(item);
  const metadata = fields.filter(([name, value]) => metadataFields.has(name) && isSet(value));
  const rest = fields.filter(([name]) => !metadataFields.has(name));
  return { metadata: Object.fromEntries(metadata), ...repairedFields(rest) };
}

function repairedFields(fields: readonly Field[]): Fields {
  // Pairs and not assignments: a field may be called __proto__.
  return Object.fromEntries(fields.flatMap(repairedField));
}

function repairedField([name, value]: Field): Field[] {
  if (!isSet(value) || (unsetWhenZero.has(name) && value === 0)) return [];
  if (name === 'SecurityContext' && isFields(value)) return securityContext(Object.entries(value));
  return [[apiName(name), maps.has(name) ? value : repaired(value)]];
}

function securityContext(fields: readonly Field[]): Field[] {
  const [outside, inside] = [true, false].map((wanted) =>
    fields.filter(([name]) => ofPodSpec.has(name) === wanted),
  );
  return [
    ...(outside ?? []).flatMap(([name, value]): Field[] =>
      value === true ? [[apiName(name), value]] : [],
    ),
    ['securityContext', repairedFields(inside ?? [])],
  ];
}

function repaired(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repaired);
  if (!isFields(value)) return value;
  // A template: its metadata is inlined as well.
  return 'Spec' in value ? repairLegacyItem(value) : repairedFields(Object.entries(value));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSet(value: unknown): boolean {
  return value !== null && value !== '' && value !== undefined;
}

/** `'PodIP'` → `'podIP'`, `'HTTPGet'` → `'httpGet'`, `'TTY'` → `'tty'`; a name in small letters stays. */
function apiName(name: string): string {
  if (Object.hasOwn(otherWords, name)) return otherWords[name] ?? name;
  return name.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, (start) => start.toLowerCase());
}
