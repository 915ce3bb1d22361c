import { type Fields, isFields } from '#snapshot/fields.ts';
import { decodedLength } from './base64.ts';
import { withFields } from './fields.ts';
import { isPlaceholder } from './harmless.ts';
import { jsonText } from './json-text.ts';
import type { Mark } from './marker.ts';
import type { RuleId } from './rules.ts';

/** A field that is secret because of where it stands. */
interface Place {
  readonly rule: RuleId;
  /** Steps from the object down; `*` is any key or index. Everything below the last step is masked. */
  readonly path: readonly string[];
  /** The values are base64: the mark tells the decoded length. */
  readonly base64?: true;
  /** Values that are nothing but a template stay: they are filled in later. */
  readonly templates?: true;
  /** What the last key must look like. */
  readonly names?: RegExp;
  /** Labels that the object must have one of. */
  readonly labels?: Readonly<Record<string, string>>;
}

// Keys and keystores; what is trusted (`truststore.jks`, `ca.p12`) is public.
const keyFiles =
  /^(?!.*(?:trust|cacerts|^ca\b)).*(?:\.(?:key|p12|pfx|jks|keystore|kdbx|ppk)|(?:^|[./_-])id_(?:rsa|ecdsa|ed25519|dsa))$/;
const machineFile = ['spec', 'config', 'storage', 'files', '*'] as const;
const machineUser = ['spec', 'config', 'passwd', 'users', '*'] as const;

/** Fields of known kinds, whichever group the kind is in: `Secret` of any group holds secrets. */
const places: Readonly<Record<string, readonly Place[]>> = {
  Secret: [
    { rule: 'secret-data', path: ['data', '*'], base64: true },
    { rule: 'secret-data', path: ['stringData', '*'] },
  ],
  // Items of a typed list carry no kind.
  SecretList: [
    { rule: 'secret-data', path: ['items', '*', 'data', '*'], base64: true },
    { rule: 'secret-data', path: ['items', '*', 'stringData', '*'] },
  ],
  SealedSecret: [
    { rule: 'sealed-secret', path: ['spec', 'encryptedData', '*'], base64: true },
    { rule: 'sealed-secret', path: ['spec', 'data'], base64: true },
    { rule: 'secret-data', path: ['spec', 'template', 'data', '*'], templates: true },
  ],
  ConfigMap: [
    {
      rule: 'helm-release',
      path: ['data', 'release'],
      base64: true,
      labels: { owner: 'helm', OWNER: 'TILLER' },
    },
    { rule: 'private-key', path: ['data', '*'], names: keyFiles, templates: true },
    { rule: 'private-key', path: ['binaryData', '*'], names: keyFiles, base64: true },
  ],
  // The certificate that answers it is public.
  CertificateSigningRequest: [
    { rule: 'certificate-request', path: ['spec', 'request'], base64: true },
  ],
  CertificateRequest: [{ rule: 'certificate-request', path: ['spec', 'request'], base64: true }],
  Route: [{ rule: 'private-key', path: ['spec', 'tls', 'key'] }],
  OAuthClient: [
    { rule: 'secret', path: ['secret'] },
    { rule: 'secret', path: ['additionalSecrets', '*'] },
  ],
  OAuthAccessToken: [
    { rule: 'oauth-token', path: ['refreshToken'] },
    { rule: 'oauth-token', path: ['authorizeToken'] },
  ],
  BuildConfig: [{ rule: 'secret', path: ['spec', 'triggers', '*', '*', 'secret'] }],
  MachineConfig: [
    { rule: 'machine-config', path: [...machineFile, 'contents', 'source'] },
    { rule: 'machine-config', path: [...machineFile, 'contents', 'inline'] },
    { rule: 'machine-config', path: [...machineFile, 'append', '*', 'source'] },
    { rule: 'machine-config', path: [...machineUser, 'passwordHash'] },
    { rule: 'machine-config', path: [...machineUser, 'sshAuthorizedKeys', '*'] },
  ],
  // k0s
  ClusterConfig: [{ rule: 'connection-string', path: ['spec', 'storage', 'kine', 'dataSource'] }],
};

/** What is peculiar to the objects of an API group. */
export interface GroupHabits {
  /** Fields that hold the name of a Secret, or of a key in one, although they are called like a secret. */
  readonly names: ReadonlySet<string>;
  /** `description` is documentation of a schema: "password: the password to use" tells nothing. */
  readonly documents: boolean;
}

const ordinary: GroupHabits = { names: new Set(), documents: false };

const habits: Readonly<Record<string, GroupHabits>> = {
  'apiextensions.k8s.io': { ...ordinary, documents: true },
  'external-secrets.io': { ...ordinary, names: new Set(['secretKey']) },
  'monitoring.coreos.com': { ...ordinary, names: new Set(['secrets']) },
  'operator.victoriametrics.com': { ...ordinary, names: new Set(['secrets']) },
  'apiextensions.crossplane.io': {
    names: new Set(['connectionSecretKeys', 'fromConnectionSecretKey']),
    documents: true,
  },
};

/** The habits of the group that an `apiVersion` names; those of most groups where it names none. */
export function habitsOf(apiVersion: string): GroupHabits {
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
  return (Object.hasOwn(habits, group) ? habits[group] : undefined) ?? ordinary;
}

/** Kinds whose name is itself a token. Their objects are renamed after their uid. */
const namedByToken = new Set(['OAuthAccessToken', 'OAuthAuthorizeToken', 'UserOAuthAccessToken']);

/** The object with the fields masked that its kind makes secret; the same object where there are none. */
export function redactPlaces(object: Fields, kind: string, mark: Mark): Fields {
  let result = object;
  for (const place of Object.hasOwn(places, kind) ? (places[kind] ?? []) : []) {
    if (hasLabel(object, place.labels)) result = masked(result, place, 0, mark) as Fields;
  }
  return namedByToken.has(kind) ? renamed(result, mark) : result;
}

function hasLabel(object: Fields, wanted: Place['labels']): boolean {
  if (wanted === undefined) return true;
  const metadata = object['metadata'];
  const labels = isFields(metadata) ? metadata['labels'] : undefined;
  return isFields(labels) && Object.entries(wanted).some(([key, value]) => labels[key] === value);
}

function masked(value: unknown, place: Place, step: number, mark: Mark): unknown {
  const key = place.path[step];
  if (key === undefined) return maskedWholly(value, place, mark);
  if (typeof value !== 'object' || value === null) return value;
  if (key !== '*' && !Object.hasOwn(value, key)) return value;
  const fields = value as Fields;
  const isLast = step === place.path.length - 1;
  const keys = key === '*' ? Object.keys(value) : [key];
  const changes = keys.flatMap((each) => {
    if (isLast && place.names?.test(each) === false) return [];
    const redacted = masked(fields[each], place, step + 1, mark);
    return redacted === fields[each] ? [] : [[each, redacted] as const];
  });
  return changes.length === 0 ? value : withFields(value, changes);
}

// What should be a string and is none is no less secret.
function maskedWholly(value: unknown, { rule, base64, templates }: Place, mark: Mark): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : jsonText(value);
  if (templates === true && isPlaceholder(text)) return value;
  const marked = base64 === true ? mark(rule, text, decodedLength(text)) : mark(rule, text);
  return marked === text ? value : marked;
}

function renamed(object: Fields, mark: Mark): Fields {
  const metadata = object['metadata'];
  if (!isFields(metadata)) return object;
  const { name, uid } = metadata;
  if (typeof name !== 'string' || name.startsWith('redacted-')) return object;
  const marked = mark('oauth-token', name);
  return {
    ...object,
    metadata: { ...metadata, name: typeof uid === 'string' ? `redacted-${uid}` : marked },
  };
}
