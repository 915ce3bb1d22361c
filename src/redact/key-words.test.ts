import { expect, test } from 'vitest';
import { passesOn, secretKeyWord } from './key-words.ts';

const strengthOf = (name: string) => secretKeyWord(name)?.strength;

test.each([
  'password',
  'DB_PASSWORD',
  'dbPassword',
  'MYSQLPASSWORD',
  'DB_PASSWORD_PROD',
  'DB_PASSWORD_SERVER',
  'admin-password',
  'passphrase',
  'spring.datasource.password',
  '--db-password',
  'PGPASS',
  'requirepass',
  'user_pin',
])('any value under %s is a secret', (name) => {
  expect(strengthOf(name)).toBe('password');
});

test.each([
  'clientSecret',
  'GITHUB_TOKEN',
  'tokenValue',
  'secret.key',
  'SECRET_KEY_BASE',
  'apiKey',
  'X-Api-Key',
  'APIKEY',
  'aws_secret_access_key',
  'client-key-data',
  'privateKey',
  'encryption_key',
  'LICENSE_KEY',
  'credentials',
  'identitytoken',
  'jws-kubeconfig-abcdef',
  'example.com/token',
])('a value under %s is a secret', (name) => {
  expect(strengthOf(name)).toBe('secret');
});

test.each([
  ['REDIS_AUTH', 'weak'],
  ['Authorization', 'weak'],
  ['session-cookie', 'weak'],
  ['DATABASE_URL', 'connection'],
  ['spring.redis.uri', 'connection'],
  ['SENTRY_DSN', 'connection'],
  ['connectionString', 'connection'],
  ['SLACK_API_URL', 'webhook'],
  ['webhookUrl', 'webhook'],
])('%s is %s', (name, strength) => {
  expect(strengthOf(name)).toBe(strength);
});

// Names of sensitive.md section 3 and of the API that hold such words and say nothing about their value, or only
// where it is: at most what looks generated may be masked.
test.each([
  'DB_SECRET_NAME',
  'DB_SECRET_REF',
  'secretName',
  'secretKeyRef',
  'tokenFile',
  'TOKEN_PATH',
  'POSTGRES_PASSWORD_FILE',
  'tokenTTL',
  'tokenExpirationSeconds',
  'SecretNamePrefixes',
  'passwordPolicies',
  'KEY_ID',
  'AWS_ACCESS_KEY_ID',
  'publicKey',
  'keyring',
  'monkey',
  'author',
  'authority',
  'sessionAffinity',
  'session-cookie-name',
  'nginx.ingress.kubernetes.io/auth-type',
  'auth-url',
  'AUTH_ENABLED',
  'proxy_pass',
  'compass',
  'bypass',
  'tokenizer',
  'secretary',
  'argocd.argoproj.io/secret-type',
  'volume.kubernetes.io/provisioner-deletion-secret-name',
  '--service-account-key-file',
  '--service-account-private-key-file',
  '--tls-private-key-file',
  '--token-auth-file',
  '--authentication-token-webhook',
  '--authentication-token-webhook-cache-ttl',
  '--authorization-mode',
  '--discovery-token-ca-cert-hash',
  '--initial-cluster-token',
  'rbac.authorization.kubernetes.io/autoupdate',
  'initial-cluster-token',
  'pod-template-hash',
  'resourceVersion',
  'caBundle',
])('%s is no secret, unless it looks generated', (name) => {
  expect(strengthOf(name) ?? 'random').toMatch(/^(?:random|stored)$/);
});

test('a plural hands its meaning to the entries of a mapping, except to what describes them', () => {
  const word = secretKeyWord('passwords') ?? { rule: 'password', strength: 'password' };
  expect(['admin', 'value', 'provider', 'secretName'].map((key) => passesOn(word, key))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a singular hands its meaning to the value only', () => {
  const word = secretKeyWord('password') ?? { rule: 'password', strength: 'password' };
  expect(['value', 'default', 'name', 'type'].map((key) => passesOn(word, key))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
