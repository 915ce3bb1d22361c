import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { contactsOf } from '#views/contacts.ts';
import { descriptionOf } from '#views/documentation.ts';
import type { DetailType } from './search-index.ts';

/** Of one type. An object with more is not made for reading. */
const maxDetails = 60;
const maxLength = 253;

// Written by controllers, different for each copy: the name of the object says the same.
const idle: ReadonlySet<string> = new Set([
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'controller-uid',
  'batch.kubernetes.io/controller-uid',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'kubernetes.io/metadata.name',
]);

/** A text that may be found: none that holds a mark of redaction. */
function isTold(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text.length <= maxLength && !text.includes('‹');
}

function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  const found = path.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
  return isFields(found) ? found : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A field of each item of a list: `host` of every rule. */
function eachOf(list: unknown, field: string): readonly unknown[] {
  return listOf(list).map((item) => fieldsAt(item)[field]);
}

function imagesOf(object: KubeObject): readonly unknown[] {
  const specs = [
    fieldsAt(object, 'spec'),
    fieldsAt(object, 'spec', 'template', 'spec'),
    fieldsAt(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec'),
  ];
  return specs.flatMap((spec) =>
    ['initContainers', 'containers', 'ephemeralContainers'].flatMap((containers) =>
      eachOf(spec[containers], 'image'),
    ),
  );
}

function labelsOf({ metadata: { labels = {} } }: KubeObject): readonly string[] {
  return Object.entries(labels)
    .filter(([key]) => !idle.has(key))
    .map(([key, value]) => `${key}=${value}`);
}

/** Names under which something is called from outside: of an Ingress, a route, a certificate, a Service. */
function hostsOf(object: KubeObject): readonly unknown[] {
  const spec = fieldsAt(object, 'spec');
  return [
    ...eachOf(spec['rules'], 'host'),
    ...eachOf(spec['listeners'], 'hostname'),
    ...['hostnames', 'dnsNames', 'hosts'].flatMap((field) => listOf(spec[field])),
    spec['host'],
    spec['externalName'],
    ...eachOf(fieldsAt(object, 'status', 'loadBalancer')['ingress'], 'hostname'),
  ];
}

function keysOf(object: KubeObject): readonly string[] {
  if (object.kind !== 'ConfigMap' && object.kind !== 'Secret') return [];
  return ['data', 'stringData', 'binaryData'].flatMap((field) =>
    Object.keys(fieldsAt(object, field)),
  );
}

/** Who answers for it and what it is for, as people say on the object; what its labels say is found as labels. */
function saidOf(object: KubeObject): readonly string[] {
  const contacts = contactsOf(object).filter(({ path }) => path.startsWith('metadata.annotations'));
  const description = descriptionOf({ object });
  return [
    ...contacts.map(({ label, text }) => `${label} ${text}`),
    ...(description === undefined ? [] : [description]),
  ];
}

/** What besides its name an object is found by, each text once. Never a value of a ConfigMap or a Secret. */
export function detailsOf(object: KubeObject): Record<DetailType, readonly string[]> {
  return {
    image: told(imagesOf(object)),
    host: told(hostsOf(object)),
    key: told(keysOf(object)),
    label: told(labelsOf(object)),
    about: told(saidOf(object)),
  };
}

function told(texts: readonly unknown[]): readonly string[] {
  return [...new Set(texts)].filter(isTold).slice(0, maxDetails);
}

/** The IP addresses that are the object's own: of a Pod, a Service, a Node, a load balancer; each once. */
export function addressesOf(object: KubeObject): readonly string[] {
  const { spec, status } = { spec: fieldsAt(object, 'spec'), status: fieldsAt(object, 'status') };
  const found = [
    status['podIP'],
    ...eachOf(status['podIPs'], 'ip'),
    spec['clusterIP'],
    ...['clusterIPs', 'externalIPs'].flatMap((field) => listOf(spec[field])),
    spec['loadBalancerIP'],
    ...eachOf(fieldsAt(status, 'loadBalancer')['ingress'], 'ip'),
    ...['address', 'value'].flatMap((field) => eachOf(status['addresses'], field)),
  ];
  const isAddress = (text: unknown): text is string =>
    typeof text === 'string' && /^[\d.]{7,15}$|^[\da-f:]{3,39}$/i.test(text);
  return [...new Set(found)].filter(isAddress).slice(0, maxDetails);
}
