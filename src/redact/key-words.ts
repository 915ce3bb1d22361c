import type { RuleId } from './rules.ts';

/**
 * What a name says about the value beside it.
 *
 * - `password`: any value at all is one, numbers too.
 * - `secret`: a value, unless it is clearly a setting.
 * - `weak`: the word has other meanings (`auth: basic`); only what does not look like a setting.
 * - `connection`: an address that may hold a password; the address itself is no secret.
 * - `webhook`: an address whose path is the secret.
 */
export type Strength = 'password' | 'secret' | 'weak' | 'connection' | 'webhook';

/** Why a name marks its value as secret. */
export interface KeyWord {
  readonly rule: RuleId;
  readonly strength: Strength;
  /** The value may be the name of a Secret: `existingSecret`, `tlsSecret`. */
  readonly mayName?: 'secret' | 'key' | undefined;
  /** The name is a plural, so a mapping under it is one of secrets by name: `passwords: {admin: …}`. */
  readonly many?: boolean;
}

interface Word {
  readonly pattern: RegExp;
  readonly rule: RuleId;
  readonly strength: Strength;
}

// Matched against one word, in lower case: `dbpassword` and `MYSQLPASSWORD` are one word each.
const words: readonly Word[] = [
  {
    pattern: /(?:password|passwd|passphrase|passcode|pwd|passwort)s?$/,
    rule: 'password',
    strength: 'password',
  },
  {
    pattern:
      /^(?:pw|psw|(?:db|user|root|admin|my|sql|auth|smtp|mail|redis|require|pg)?pass|(?:bind|root)pw|masterauth|totp)$/,
    rule: 'password',
    strength: 'password',
  },
  { pattern: /(?:api|app)keys?$/, rule: 'api-key', strength: 'secret' },
  { pattern: /(?:access|secret)keys?$/, rule: 'access-key', strength: 'secret' },
  { pattern: /privatekeys?$/, rule: 'private-key', strength: 'secret' },
  {
    pattern: /(?:signing|encryption|license|account|auth|user|shared|master)keys?$/,
    rule: 'key',
    strength: 'secret',
  },
  { pattern: /^(?:psk|mnemonic)$/, rule: 'key', strength: 'secret' },
  { pattern: /secrets?$/, rule: 'secret', strength: 'secret' },
  { pattern: /tokens?$/, rule: 'token', strength: 'secret' },
  { pattern: /^(?:.*credentials?|creds?)$/, rule: 'credentials', strength: 'secret' },
  {
    pattern: /^(?:dsn|(?:connection|conn)(?:string|str))$/,
    rule: 'connection-string',
    strength: 'connection',
  },
  { pattern: /webhookurl$/, rule: 'webhook-url', strength: 'webhook' },
  { pattern: /^(?:auth|authorization|bearer)$/, rule: 'auth', strength: 'weak' },
  { pattern: /^cookies?$/, rule: 'cookie', strength: 'weak' },
  { pattern: /^session$/, rule: 'session', strength: 'weak' },
  { pattern: /^salt$/, rule: 'salt', strength: 'weak' },
];

const databases =
  /\b(?:database|db|redis|mongo|mongodb|postgres|postgresql|pg|mysql|mariadb|mssql|amqp|rabbitmq|broker|jdbc|sqlalchemy|datasource|kafka|nats|connection|conn)$/;

// Words that together name a secret: `secret_key`, `DATABASE_URL`. `before` sees the two words before, with a space between.
const pairs: readonly (Word & { readonly before: RegExp })[] = [
  { before: /\b(?:api|app)$/, pattern: /^keys?$/, rule: 'api-key', strength: 'secret' },
  { before: /\b(?:access|secret)$/, pattern: /^keys?$/, rule: 'access-key', strength: 'secret' },
  {
    before: /\b(?:private|ssh|deploy|client|priv)$/,
    pattern: /^keys?$/,
    rule: 'private-key',
    strength: 'secret',
  },
  {
    before:
      /\b(?:encryption|encrypt|signing|sign|license|account|storage|shared|master|auth|preshared|hmac|aes|jwt|session|cookie|cipher|crypto|webhook|sas|integration|instrumentation)$/,
    pattern: /^keys?$/,
    rule: 'key',
    strength: 'secret',
  },
  {
    before: databases,
    pattern: /^(?:urls?|uris?|dsn|string|str)$/,
    rule: 'connection-string',
    strength: 'connection',
  },
  {
    before: /\b(?:webhook|hook|slack|slack api)$/,
    pattern: /^ur[li]s?$/,
    rule: 'webhook-url',
    strength: 'webhook',
  },
  { before: /\bamz$/, pattern: /^signature$/, rule: 'token', strength: 'secret' },
];

// What follows the secret word turns the name into one *about* a secret: a reference, a place, a setting.
const aboutSecrets = new Set(
  `name names ref refs reference file files filename path paths dir directory folder location mount volume
  selector type types kind ttl expiration expiry expires expire seconds second minutes hours days timeout
  duration lifetime lifespan age max min size length len count limit limits quota enabled enable disabled
  disable required require optional provider providers class store stores backend engine manager namespace
  namespaces id ids uid uuid policy policies rule rules rotation rotate interval period schedule algorithm
  alg method methods mode modes format encoding encoder prefix suffix header headers field fields param
  params parameter parameters column attribute attributes url urls uri uris endpoint endpoints host hosts
  hostname server servers service services address addr port domain issuer audience audiences scope scopes
  claim claims group groups user username usernames owner email version revision generation template
  templates generator validator validation validate verification verify review reviews reviewer request
  requests operator controller webhook hook plugin driver annotation annotations label labels description
  desc comment message reason status state phase condition conditions error errors event events metric
  metrics log logs level cache caching pool replication replicas reload check checks cert certs certificate
  certificates ca crt pub resource resources object objects item items index source sources from config
  configuration configmap settings options option affinity strategy strict secure samesite httponly only
  supported allowed allow auto strength complexity history attempts grace delay retry retries title text
  placeholder hint prompt help link page view env variable realm signin proxy tls ssl mtls agent binding
  account yaml yml json conf cfg cnf ini toml properties xml sh py js ts lua rb go md html tmpl tpl sql j2`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

// Behind a word of weak meaning only these leave it a value: `cookieValue`, `sessionData`.
const valueWords = new Set(['value', 'data', 'string', 'base64', 'b64', 'plain', 'raw']);
// Before "secret" these make it likely that the value is a Secret's name: Helm charts and operators write so.
const namingWords = new Set([
  'existing',
  'pull',
  'tls',
  'ca',
  'cert',
  'certificate',
  'ssl',
  'image',
  'from',
]);

const longestName = 200;
const wordPattern = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

const valueKeys =
  /^(?:value|default|data|plain|plainText|plaintext|string|content|inline|literal|example)$/;

/** Whether the value under `key`, inside a mapping under a secret-looking name, is what that name speaks of. */
export function passesOn(word: KeyWord, key: string): boolean {
  return valueKeys.test(key) || (word.many === true && key !== '' && !isAboutSecret(key));
}

/** Whether a name says something about a secret, such as its name, type or owner, and is not the secret's own. */
function isAboutSecret(name: string): boolean {
  const parts = partsOf(name);
  return (
    aboutSecrets.has(parts.at(-1) ?? '') ||
    /^(?:kind|version|key|keys|region)$/.test(parts.at(-1) ?? '')
  );
}

function partsOf(name: string): readonly string[] {
  const local = name.slice(Math.max(name.lastIndexOf('/') + 1, name.length - longestName));
  return (local.match(wordPattern) ?? []).map((part) => part.toLowerCase());
}

/** Why the value under this field, variable, flag or header name is secret; `undefined` when it is not. */
export function secretKeyWord(name: string): KeyWord | undefined {
  if (name.startsWith('jws-kubeconfig-')) {
    return { rule: 'jws', strength: 'secret' };
  }
  const parts = partsOf(name);
  for (let i = parts.length - 1; i >= 0; i--) {
    const word = wordAt(parts, i);
    if (word !== undefined) return judged(word, parts, i, name.startsWith('-'));
  }
  return undefined;
}

function wordAt(parts: readonly string[], i: number): Word | undefined {
  const part = parts[i] ?? '';
  const before = parts.slice(Math.max(i - 2, 0), i).join(' ');
  return (
    pairs.find((pair) => pair.pattern.test(part) && pair.before.test(before)) ??
    words.find((word) => word.pattern.test(part))
  );
}

function judged(
  { rule, strength }: Word,
  parts: readonly string[],
  i: number,
  isFlag: boolean,
): KeyWord | undefined {
  const after = parts.slice(i + 1);
  // etcd's --initial-cluster-token is a name that every member of a new cluster shares, and its documentation prints it.
  if (
    parts
      .slice(0, i + 1)
      .join(' ')
      .endsWith('initial cluster token')
  )
    return undefined;
  if (after.some((part) => aboutSecrets.has(part))) return undefined;
  if (strength === 'weak' && !after.every((part) => valueWords.has(part))) return undefined;
  const many = /(?:words|phrases|secrets|tokens|keys|credentials|creds)$/.test(parts.at(-1) ?? '');
  return { rule, strength, mayName: nameable(parts, i, isFlag), many };
}

function nameable(parts: readonly string[], i: number, isFlag: boolean): KeyWord['mayName'] {
  if (/^keys?$/.test(parts[i + 1] ?? '')) return 'key';
  if (parts.includes('existing')) return 'secret';
  // `--secrets=a,b` of installers and operators lists names; nobody passes secrets by the dozen on a command line.
  if (isFlag && parts[i] === 'secrets') return 'secret';
  const isSecret = /^secrets?$/.test(parts[i] ?? '');
  return isSecret && namingWords.has(parts[i - 1] ?? '') ? 'secret' : undefined;
}
