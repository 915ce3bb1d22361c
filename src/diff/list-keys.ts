import { isFields } from '#snapshot/fields.ts';

/**
 * Lists whose items the API identifies by fields and not by position: the merge keys of
 * `k8s.io/api` (`patchMergeKey`, `x-kubernetes-list-map-keys`), by the name of the list's field.
 * The first choice whose fields are present and unique on both sides is taken.
 */
const listKeys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  containers: [['name']],
  initContainers: [['name']],
  ephemeralContainers: [['name']],
  volumes: [['name']],
  env: [['name']],
  volumeMounts: [['mountPath']],
  volumeDevices: [['devicePath']],
  imagePullSecrets: [['name']],
  secrets: [['name']],
  hostAliases: [['ip']],
  ports: [['name'], ['containerPort', 'protocol'], ['port', 'protocol'], ['port']],
  conditions: [['type']],
  taints: [['key', 'effect']],
  subjects: [
    ['kind', 'namespace', 'name'],
    ['kind', 'name'],
  ],
  webhooks: [['name']],
  matchConditions: [['name']],
  validations: [['expression']],
  listeners: [['name']],
  versions: [['name']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],
  resourceClaims: [['name']],
  drivers: [['name']],
};

/**
 * Lists of plain values in which order means nothing. Everything else (`command`, `args`, rules) is
 * compared in order.
 */
const setFields: ReadonlySet<string> = new Set([
  'verbs',
  'resources',
  'apiGroups',
  'apiVersions',
  'operations',
  'resourceNames',
  'nonResourceURLs',
  'policyTypes',
  'accessModes',
  'values',
  'externalIPs',
  'loadBalancerSourceRanges',
  'shortNames',
  'categories',
  'mountOptions',
  'addresses',
  'validationActions',
]);

/** `name=web`, `containerPort=80,protocol=TCP`; nothing when the item lacks one of the fields. */
function keyOf(item: unknown, fields: readonly string[]): string | undefined {
  if (!isFields(item)) return undefined;
  const parts = fields.map((field) => (item[field] === undefined ? '' : `${field}=${item[field]}`));
  return parts.includes('') ? undefined : parts.join(',');
}

function uniqueKeys(items: readonly unknown[], fields: readonly string[]): string[] | undefined {
  const keys = items.map((item) => keyOf(item, fields)).filter((key) => key !== undefined);
  return keys.length === items.length && new Set(keys).size === keys.length ? keys : undefined;
}

/**
 * The two lists as maps by merge key, keys of the before side mapped; nothing when the list is compared
 * by position.
 */
export function keyedLists(
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
  mapText: (text: string) => string,
): { readonly before: Map<string, unknown>; readonly after: Map<string, unknown> } | undefined {
  const choices = Object.hasOwn(listKeys, field) ? (listKeys[field] ?? []) : [];
  for (const fields of choices) {
    const left = uniqueKeys(before, fields)?.map(mapText);
    const right = uniqueKeys(after, fields);
    if (left === undefined || right === undefined) continue;
    return {
      before: new Map(left.map((key, i) => [key, before[i]])),
      after: new Map(right.map((key, i) => [key, after[i]])),
    };
  }
  return undefined;
}

/** Whether the list's order means nothing. */
export function isSet(field: string, items: readonly unknown[]): boolean {
  return setFields.has(field) && items.every((item) => typeof item !== 'object');
}
