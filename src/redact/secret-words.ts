import type { RuleId } from './rules.ts';

/**
 * What a name says about the value beside it.
 *
 * - `password`: any value at all is one, numbers too.
 * - `secret`: a value, unless it is clearly a setting.
 * - `owned`: the name goes on with who has the secret (`TOKEN_SERVICE`); a value, unless it looks like an address, a
 *   setting or a name of several words. A single word may as well be the secret.
 * - `stored`: the name goes on with where the secret is (`PASSWORD_FILE`); a value, unless it looks like a path, a name or
 *   a setting.
 * - `weak`: the word has other meanings (`auth: basic`); only what does not look like a setting.
 * - `random`: the name is about a secret, or of something that may be one; only what looks generated.
 * - `connection`: an address that may hold a password; the address itself is no secret.
 * - `webhook`: an address whose path is the secret.
 */
export type Strength =
  | 'password'
  | 'secret'
  | 'owned'
  | 'stored'
  | 'weak'
  | 'random'
  | 'connection'
  | 'webhook';

/** A word that marks a name, in lower case: `dbpassword` and `MYSQLPASSWORD` are one word each. */
export interface SecretWord {
  readonly rule: RuleId;
  readonly strength: Strength;
  readonly word: RegExp;
  /** What must stand before it; sees the two words before, with a space between. */
  readonly before?: RegExp;
}

const databases =
  /\b(?:database|db|redis|mongo|mongodb|postgres|postgresql|pg|mysql|mariadb|mssql|amqp|rabbitmq|broker|jdbc|sqlalchemy|datasource|kafka|nats|connection|conn)$/;

/** Tried in this order; pairs of words come before the words they are made of. */
export const secretWords: readonly SecretWord[] = [
  // proxy_pass and its kin send requests on, in nginx.
  {
    rule: 'password',
    strength: 'random',
    word: /^pass$/,
    before: /\b(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached|by)$/,
  },
  {
    rule: 'password',
    strength: 'password',
    word: /^pins?$/,
    before: /\b(?:hsm|user|so|slot|token|card|sim|luks)$/,
  },
  {
    rule: 'password',
    strength: 'password',
    word: /(?:password|passwd|passphrase|passcode|pwd|passwort)s?$/,
  },
  {
    rule: 'password',
    strength: 'password',
    word: /^(?:pw|psw|(?:db|user|root|admin|my|sql|auth|smtp|mail|redis|require|pg)?pass|(?:bind|root)pw|masterauth|totp)$/,
  },
  { rule: 'api-key', strength: 'secret', word: /^keys?$/, before: /\b(?:api|app)$/ },
  { rule: 'api-key', strength: 'secret', word: /(?:api|app)keys?$/ },
  { rule: 'access-key', strength: 'secret', word: /^keys?$/, before: /\b(?:access|secret|sec)$/ },
  { rule: 'access-key', strength: 'secret', word: /(?:access|secret)keys?$/ },
  {
    rule: 'private-key',
    strength: 'secret',
    word: /^keys?$/,
    before: /\b(?:private|ssh|deploy|client|priv)$/,
  },
  { rule: 'private-key', strength: 'secret', word: /privatekeys?$/ },
  {
    rule: 'key',
    strength: 'secret',
    word: /^keys?$/,
    before:
      /\b(?:encryption|encrypt|signing|sign|license|account|storage|shared|master|auth|preshared|hmac|aes|jwt|session|cookie|cipher|crypto|webhook|sas|integration|instrumentation|service|pagerduty|opsgenie|datadog|write)$/,
  },
  {
    rule: 'key',
    strength: 'secret',
    word: /(?:signing|encryption|license|account|auth|user|shared|master)keys?$/,
  },
  { rule: 'key', strength: 'secret', word: /^(?:psk|mnemonic)$/ },
  { rule: 'credentials', strength: 'secret', word: /^(?:data|fields)$/, before: /\bsecure json$/ }, // Grafana
  { rule: 'secret', strength: 'secret', word: /secrets?$/ },
  { rule: 'token', strength: 'secret', word: /tokens?$/ },
  { rule: 'token', strength: 'secret', word: /^signature$/, before: /\b(?:amz|goog)$/ },
  { rule: 'credentials', strength: 'secret', word: /^(?:.*credentials?|creds?)$/ },
  {
    rule: 'connection-string',
    strength: 'connection',
    word: /^(?:urls?|uris?|dsn|string|str)$/,
    before: databases,
  },
  {
    rule: 'connection-string',
    strength: 'connection',
    word: /^(?:dsn|(?:connection|conn)(?:string|str))$/,
  },
  {
    rule: 'webhook-url',
    strength: 'webhook',
    word: /^ur[li]s?$/,
    before: /\b(?:webhook|hook|slack|slack api)$/,
  },
  { rule: 'webhook-url', strength: 'webhook', word: /webhookurl$/ },
  { rule: 'auth', strength: 'weak', word: /^(?:auth|authorization|bearer)$/ },
  { rule: 'cookie', strength: 'weak', word: /^cookies?$/ },
  { rule: 'session', strength: 'weak', word: /^session$/ },
  { rule: 'salt', strength: 'weak', word: /^salt$/ },
  { rule: 'token', strength: 'random', word: /^(?:bootstrap|join)$/ },
  // Only a generated value tells these from names of keys, sort orders and hashes.
  { rule: 'key', strength: 'random', word: /^(?:keys?|seed|otp|hmac|kek|dek)$/ },
];

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

const aboutSecrets = wordSet(`
  name ref reference file filename path dir directory folder location mount volume selector type kind version
  ttl expiration expiry expire second minute hour day timeout duration lifetime lifespan age max min size
  length len count limit quota enabled enable disabled disable required require optional provider class store
  backend engine manager namespace id uid uuid policy policies rule rotation rotate interval period schedule
  algorithm alg method mode format encoding encoder prefix suffix header field param parameter column
  attribute url uri endpoint host hostname server service address addr port domain issuer audience scope claim
  group user username owner email revision generation template generator validator validation validate
  verification verify review reviewer request operator controller webhook hook plugin driver annotation label
  description desc comment message reason status state phase condition error event metric log level cache
  caching pool replication replica reload check cert certificate ca crt pub resource object item index source
  from config configuration configmap setting option affinity strategy strict secure samesite httponly only
  supported allowed allow auto strength complexity history attempt grace delay retry retries title placeholder
  hint prompt help link env variable realm signin region binding job image tag updater ip cidr fd time mtime date timestamp at
  yaml yml json conf cfg cnf ini toml properties xml sh py js ts lua rb go md html tmpl tpl sql j2`);

/**
 * Whether a name that ends in this word is *about* a secret: where it is, how long it lasts, what it is called.
 * Plurals count as their singular.
 */
export function isAboutSecrets(word: string): boolean {
  return aboutSecrets.has(word) || aboutSecrets.has(word.replace(/(?:(?<=[sx])e)?s$/, ''));
}

/** Whose password it is, rather than what is said about it: `DB_PASSWORD_SERVER`. */
export const owners = wordSet(`
  user users username owner server servers service services host hosts group groups domain manager controller operator
  namespace backend engine pool plugin driver email job image tag source object item resource version`);

/** Who has or takes a secret, and looks like the name of one: `TOKEN_SERVICE=token-issuer`. */
export const keepers = wordSet(`
  user users username owner server servers service services host hosts domain client app backend engine
  manager operator plugin driver email`);

/** Where a secret is kept. */
export const stores = wordSet('file filename path dir directory folder location mount');

/** Behind a word of weak meaning only these leave it a value: `cookieValue`, `sessionData`, `basicAuthUsers`. */
export const valueWords = wordSet('value data string base64 b64 plain raw users csv');

/** Before "secret" these make it likely that the value is a Secret's name: Helm charts and operators write so. */
export const namingWords = wordSet('existing pull tls ca cert certificate ssl image from');

/** Before "key" these say that it is public, or no key of a cipher at all. */
export const plainKeys = wordSet(
  'public pub verification host cache primary foreign sort partition map label annotation topology group field column routing',
);
