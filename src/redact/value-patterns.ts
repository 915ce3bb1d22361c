import { decodeBase64 } from './base64.ts';
import type { Mark } from './marker.ts';
import { redactPrivateKeys } from './private-keys.ts';
import type { RuleId } from './rules.ts';

/**
 * A secret that its own shape gives away, whatever stands around it. Each pattern begins with a literal and has at
 * most one open-ended run, which it cannot fail after, so that it takes linear time on any text.
 */
interface ValuePattern {
  readonly rule: RuleId;
  readonly pattern: RegExp;
  /** Accepts or refuses what the pattern found. */
  readonly holds?: (match: string) => boolean;
}

// No letter or digit before: a prefix inside a longer word is none. A JSON escape such as \n is no letter.
const start = String.raw`(?:(?<![A-Za-z0-9_])|(?<=\\[nrt]))`;

function anyOf(...bodies: readonly string[]): RegExp {
  return new RegExp(`${start}(?:${bodies.join('|')})`, 'g');
}

const vendorTokens = anyOf(
  '[srp]k_(?:live|test)_[A-Za-z0-9]{16,}', // Stripe
  'whsec_[A-Za-z0-9+/]{20,}',
  'npm_[A-Za-z0-9]{36}',
  String.raw`pypi-AgE[\w-]{16,}`,
  String.raw`dckr_(?:pat|oat)_[\w-]{20,}`,
  'do[opr]_v1_[a-f0-9]{32,}', // DigitalOcean
  'hf_[A-Za-z0-9]{30,}', // Hugging Face
  String.raw`hv[sbr]\.[\w-]{20,}`, // Vault
  String.raw`tskey-[a-z]+-[\w-]{16,}`, // Tailscale
  String.raw`SG\.[\w-]{16,64}\.[\w-]{16,}`, // SendGrid
  String.raw`gl(?:sa|c)_[\w=]{20,}`, // Grafana
  String.raw`nvapi-[\w-]{20,}`,
  'shp(?:at|ca|pa|ss)_[a-f0-9]{32}', // Shopify
  String.raw`ATATT3x[\w=-]{20,}`, // Atlassian
  'NRAK-[A-Z0-9]{20,}', // New Relic
  String.raw`\d{8,10}:AA[\w-]{33}`, // Telegram
  String.raw`discord(?:app)?\.com/api/webhooks/\d{10,}/[\w-]{40,}`,
  'SK[0-9a-f]{32}', // Twilio
  'key-[0-9a-f]{32}', // Mailgun
  'AGE-SECRET-KEY-1[A-Z0-9]{20,}',
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,}`, // Terraform
);

const patterns: readonly ValuePattern[] = [
  // The middle is empty in a detached JWS. No "-" before it, so that every run is tried from its start only.
  { rule: 'jwt', pattern: /(?:(?<![\w-])|(?<=\\[nrt]))eyJ[\w-]{12,}\.[\w-]*\.[\w-]{16,}/g },
  {
    rule: 'aws-access-key-id',
    pattern: anyOf('A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])'),
    holds: (key) => !key.endsWith('EXAMPLE'),
  },
  {
    rule: 'gcp-key',
    pattern: anyOf(
      String.raw`AIza[\w-]{35}`,
      String.raw`GOCSPX-[\w-]{20,}`,
      String.raw`ya29\.[\w-]{20,}`,
    ),
  },
  {
    rule: 'github-token',
    pattern: anyOf('gh[pousr]_[A-Za-z0-9]{36,}', String.raw`github_pat_\w{36,}`),
  },
  {
    rule: 'gitlab-token',
    pattern: anyOf(String.raw`gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-[\w-]{20,}`),
  },
  {
    rule: 'slack-token',
    pattern: anyOf(
      String.raw`xox[abeoprs]-[\w-]{10,}`,
      String.raw`xapp-[\w-]{10,}`,
      String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/[\w/-]{16,}`,
    ),
  },
  { rule: 'vendor-token', pattern: vendorTokens },
  {
    rule: 'vendor-token',
    pattern: anyOf(String.raw`sk-(?:ant-|proj-|or-)?[\w-]{32,}`),
    holds: (key) => /\d/.test(key) && /[A-Z]/.test(key),
  },
  {
    rule: 'cluster-token',
    pattern: anyOf(String.raw`K10[a-f0-9]{64}::[^\s"',;]{3,}`, String.raw`sha256~[\w-]{20,}`),
  },
  // Without such a word before it, it may be a file or an Event: `worker.18a1b2c3d4e5f6a7`.
  {
    rule: 'token',
    pattern:
      /(?<=(?:bootstrap|join|[Tt]oken)[^\n]{0,80}[\s"'=:,])[a-z0-9]{6}\.(?=[a-z]*\d)[a-z0-9]{16}(?![\w.-])/g,
  },
  { rule: 'azure-key', pattern: /(?<=AccountKey\s?=\s?)[A-Za-z0-9+/]{40,}={0,2}/g },
  { rule: 'azure-key', pattern: /(?<=[?&]sig=)[\w%+/-]{20,}={0,2}/g },
  {
    rule: 'bearer',
    pattern: /(?<=\b[Bb]earer[\s"',:]{1,4})[\w.~+/=-]{12,}/g,
    holds: (token) => !/^[a-z_-]+$/i.test(token),
  },
  {
    rule: 'basic-auth',
    pattern: /(?<=\b[Bb]asic\s{1,4})[A-Za-z0-9+/]{4,}={0,2}/g,
    holds: (base64) => decodeBase64(base64)?.includes(':') ?? false,
  },
  // A URL inside the parameter of a URL.
  { rule: 'url-password', pattern: /(?<=%3A%2F%2F[^\s%]{0,64}%3A)(?!%2F)[^\s@/]{1,128}?(?=%40)/gi },
  { rule: 'password-hash', pattern: /\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}/g },
  {
    rule: 'password-hash',
    pattern: /\$(?:apr1|[156y]|2y|argon2(?:id|i|d)|pbkdf2[\w-]{0,16}|scrypt)\$[\w./,=+$-]{16,}/g,
  },
  {
    rule: 'password-hash',
    pattern:
      /\{(?:SSHA|SHA|SHA256|SHA512|SSHA256|SSHA512|SMD5|CRYPT|PLAIN|CLEARTEXT)\}[A-Za-z0-9+/$.]{8,}={0,2}/g,
  },
  {
    rule: 'compressed-data',
    pattern: /(?<![A-Za-z0-9+/])(?:H4sI|SDRzSU)[A-Za-z0-9+/]{40,}={0,2}/g,
  },
  // Base64 of "-----BEGIN" and of `{"auths"`.
  {
    rule: 'encoded-secret',
    pattern:
      /(?<![A-Za-z0-9+/])(?:LS0tLS1CRUdJTi|eyJhdXRocyI6|ewogICJhdXRocyI6|ewoJImF1dGhzIj)[A-Za-z0-9+/]{8,}={0,2}/g,
    holds: (base64) =>
      /PRIVATE KEY|"(?:auth|password|identitytoken)"/.test(decodeBase64(base64) ?? ''),
  },
];

/** What a text must hold for {@link redactPatterns} to find anything in it. Case matters. */
export const patternHint = new RegExp(
  [
    String.raw`PRIVATE |PuTTY-User|eyJ|A[KS]IA[A-Z0-9]{8}|AIza|GOCSPX-|ya29\.|gh[pousr]_|github_pat`,
    String.raw`gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas|sa|c)[-_]|xox[a-z]-|xapp-|hooks\.slack`,
    String.raw`[srp]k_(?:live|test)|whsec_|\bsk-[\w-]{24}|npm_|pypi-AgE|dckr_|do[opr]_v1|hf_|hv[sbr]\.`,
    String.raw`tskey-|SG\.|nvapi-|shp[a-z]{2}_|ATATT3x|NRAK-|AGE-SEC|:AA|/webhooks/|SK[0-9a-f]{8}|key-[0-9a-f]{16}|atlasv1|K10[a-f0-9]{8}|sha256~`,
    String.raw`bootstrap|join |[Tt]oken |AccountKey|sig=|[Bb]earer|[Bb]asic|\$(?:[156y]|2[abxy]?|apr1)\$|\$(?:argon2|pbkdf2|scrypt)`,
    String.raw`\{(?:S|CRYPT|PLAIN|CLEAR)|H4sI|SDRzSU|LS0tLS1CRUdJTi|ewo[gJ]|%3[Aa]%2[Ff]%2[Ff]`,
  ].join('|'),
);

/** The text with every secret that its shape gives away replaced by a mark. */
export function redactPatterns(text: string, mark: Mark): string {
  if (!patternHint.test(text)) return text;
  let result = redactPrivateKeys(text, mark);
  for (const { rule, pattern, holds } of patterns) {
    result = result.replace(pattern, (match) =>
      holds === undefined || holds(match) ? mark(rule, match) : match,
    );
  }
  return redactAwsSecret(result, mark);
}

// Forty characters of base64 are a git hash as well, so they count only beside an access key id.
function redactAwsSecret(text: string, mark: Mark): string {
  if (!/[KS]IA|aws-access-key-id/.test(text)) return text;
  return text.replace(
    /(?<=A[KS]IA[A-Z0-9]{16}[\s"',;:|]{1,8}|‹redacted aws-access-key-id · \d+ bytes[^›]{0,80}›[\s"',;:|]{1,8})[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
    (match) => mark('aws-secret-key', match),
  );
}
