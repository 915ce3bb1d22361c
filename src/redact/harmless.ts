import type { KeyWord } from './key-words.ts';
import { isRedacted } from './marker.ts';

/**
 * Whether a value may stay although the name beside it says "secret": it is redacted already, a reference, a
 * placeholder, a file path, a switch, or a number that is clearly a setting. These teach, and give nothing away.
 */
export function isHarmless(value: string, word: KeyWord): boolean {
  const text = value.trim();
  return (
    isRedacted(text) ||
    switches.test(text) ||
    isPath(text) ||
    isPlaceholder(text) ||
    references.test(text) ||
    isPublic(text) ||
    isSettingOf(word, text) ||
    isNameOf(word, text)
  );
}

const switches =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|auto|optional|required|~|""|''|\{\}|\[\])?$/i;

// Where a secret is kept, in the words of Vault, cloud secret stores, helm-secrets and 1Password.
const references =
  /^(?:arn:aws[\w-]*:(?:secretsmanager|ssm|kms|iam)|vault:|ref\+|op:\/\/|secret:\/\/|awssm:|file:\/|env:[A-Z_]+$|projects\/[\w-]+\/secrets\/|@Microsoft\.KeyVault\()/;

// The first segment is a plain word, so that base64 which happens to begin with "/" is not taken for a path.
const absolutePath =
  /^(?:~|\.{1,2}|\/[a-z][a-z0-9_.-]*|[A-Za-z]:\\[\w.-]+)(?:[/\\][\w.@{}$()%-]+)*[/\\]?$/;
const fileName = /^[a-z][\w-]{0,60}\.(?:json|ya?ml|conf|cfg|ini|toml|txt|properties|pem|key|crt)$/i;
const longestSegment = 64;
const randomSegment = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w]{20,}$/;

function isPath(text: string): boolean {
  if (fileName.test(text)) return true;
  if (!absolutePath.test(text) || text === '~') return false;
  const segments = text.split(/[/\\]/).filter((segment) => segment !== '');
  return segments.every(
    (segment) => segment.length <= longestSegment && !randomSegment.test(segment),
  );
}

const placeholders = new RegExp(
  [
    String.raw`\$\([\w.-]+\)`, // Kubernetes: $(NAME)
    String.raw`\$\((?!\s*(?:echo|printf)\s+["']?[^"'$\s])[^()]{1,300}\)`, // shell: a command that is no literal
    String.raw`\$\{[A-Za-z_][\w.-]*(?::?[-=]|:?\?[^{}]*|[#%^,/@][^{}]*)?\}`, // shell, without a default
    String.raw`\$_*(?:env|file)?\{[^{}:]{1,200}\}`,
    String.raw`\$_*\{?(?:env|file|vault|secret|ssm|sm|k8s|ENV)[:{][^{}\s]{1,200}\}`,
    String.raw`\$[A-Z_][A-Z0-9_]*\b`, // shell: $NAME
    String.raw`\$[a-z_]*(?:pass|pwd|secret|token|key|cred|auth|cookie|user)[a-z_]*\b`, // shell: $token
    String.raw`\$(?:http|arg|cookie|upstream|remote|request)_\w+`, // nginx
    String.raw`\$[a-z][\w-]*[.:][\w.:-]+`, // Argo CD: $secret:key
    String.raw`\{\{(?!(?:[^{}]*[|(])?[\s-]*default\b)[^{}]{0,500}\}\}`, // templates, without a default
    String.raw`%\([A-Za-z_]\w*\)s|%[A-Z_]+%|__[A-Z_]+__|@@?[A-Z_]+@@?`,
    String.raw`<[A-Za-z][\w ./-]{0,60}>`,
  ].join('|'),
  'g',
);
const onlyPunctuation = /^(?:Bearer|Basic|Token)?[^\p{L}\p{N}]*$/iu;
const longestPlaceholder = 2000;

/** Whether a value is made of nothing but templates and variables, none with a default: `$(NAME)`, `{{ .Values.x }}`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > longestPlaceholder || !/[$<%_@{]/.test(text)) return false;
  const rest = withoutPlaceholders(text);
  return rest.length < text.length && onlyPunctuation.test(rest);
}

// Twice, for a template inside a template.
function withoutPlaceholders(text: string): string {
  return text.replace(placeholders, '').replace(placeholders, '');
}

function isPublic(text: string): boolean {
  if (/^(?:sk-)?(?:ssh|ecdsa)-[\w@.-]{1,40} AAAA/.test(text)) return true;
  return /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----/.test(text) && !text.includes('PRIVATE');
}

const settings = /^[+-]?\d{1,4}(?:\.\d+)?(?:ns|us|ms|s|m|h|d|w|[KMGT]i?B?)?$/;
const counts = /^\d{1,7}(?:\/\d{1,7})?$/;
// Generated: letters of both cases and digits, or hexadecimal, or a uuid, or a bootstrap token.
const generated =
  /^(?:[a-z0-9]{6}\.(?=[a-z]*\d)[a-z0-9]{16}|(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=\D*\d)[\w+/=-]{20,}|(?=[a-f]*\d)[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
// Ids and hashes of keys and tokens are public; Vault's `secret_id` is not.
const hex = /^[0-9a-f-]+$/;
// `auth: ldap,oidc`, `session: sticky`, `auth: http://auth.example.com/check`, `cookie: shop.example.com:8080`.
const modes =
  /^(?:(?:basic|digest|bearer|ldaps?|oidc|oauth2?|saml2?|m?tls|ssl|x509|certs?|certificates?|client-?certs?|jwt|tokens?|passwords?|kerberos|gssapi|ntlm|sasl(?:_\w+)?|scram(?:-sha-\d+)?|md5|plain|plaintext|simple|trust|peer|anonymous|htpasswd|htdigest|webhook|rbac|abac|node|iam|aws|gcp|azure|google|github|gitlab|okta|dex|keycloak|sso|pam|local|internal|external|remote|native|default|custom|any|all|sticky|stateless|persistent|client-?ip|ip|cookies?|session|server|header|memory|redis|memcached|file|files|database|db|lax|low|medium|high)(?:[\s,+|;]+|$))+$/i;
const placeholderName = /^(?:REPLACE|CHANGE|YOUR|INSERT|TODO)_[A-Z_]+$/;
const publicAddress = /^(?:[a-z]+:\/\/[^\s@?]+|[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?|[\w-]+:\d{2,5})$/;

function isWeakSetting(text: string): boolean {
  return modes.test(text) || placeholderName.test(text) || publicAddress.test(text);
}

// `tokens`, `tokens.json`, `C:\\tokens`; but not `hunter2`, not `S3cret!`.
const named = /^[A-Za-z]*(?:[\s,/\\:._@-][A-Za-z]*\d{0,6})*$/;
// `token-issuer`, `shop/token-issuer-2`, `http://auth2:8080`; but not `swordfish`, and no words with spaces between.
const several = /^(?=[A-Za-z]+[^A-Za-z]+[A-Za-z])[A-Za-z]+(?:[,/\\:._@-][A-Za-z]*\d{0,6})+$/;
const technical =
  /^(?:oauth2?|saml2|oidc|ldap3?|k8s|k3s|s3|ec2|iam|http2|x509|v\d{1,2}|auth0|route53|neo4j|web3|h2|log4j2?|db2|i18n)$/i;
// Who has secrets in many a cluster: no secret is one of these words.
const wellKnown =
  /^(?:admin|administrator|root|user|guest|nobody|system|localhost|kubernetes|vault|kv|etcd|consul|postgres|postgresql|mysql|mongodb)$/i;

function isSetting(text: string): boolean {
  return technical.test(text) || settings.test(text) || isWeakSetting(text);
}

/** Whether a name of a field has the shape of a generated secret: somebody keyed a mapping by tokens. */
export function looksGenerated(name: string): boolean {
  return generated.test(name);
}

function isSettingOf({ strength, many, rule }: KeyWord, text: string): boolean {
  if (strength === 'password') return false;
  if (strength === 'random') return !generated.test(text) || (rule !== 'secret' && hex.test(text));
  if (strength === 'stored') return named.test(text) || isSetting(text);
  if (strength === 'owned') return several.test(text) || wellKnown.test(text) || isSetting(text);
  if (many === true && counts.test(text)) return true;
  return settings.test(text) || (strength === 'weak' && isWeakSetting(text));
}

const resourceNames = /^(?:(?:[a-z0-9][a-z0-9-]{0,62}\/)?[a-z0-9][a-z0-9.-]{0,252}(?:,|$))+$/;
const keyName = /^[A-Za-z][A-Za-z0-9._-]{0,62}$/;
const namesSecret = /pass|pwd|secret|token|cred|auth|key/i;

function isNameOf({ mayName }: KeyWord, text: string): boolean {
  if (mayName === 'secret') return resourceNames.test(withoutPlaceholders(text).replace(/^-/, ''));
  return mayName === 'key' && keyName.test(text) && namesSecret.test(text);
}
