import { expect, test } from 'vitest';
import { isHarmless } from './harmless.ts';
import { type KeyWord, secretKeyWord } from './key-words.ts';

function wordOf(name: string): KeyWord {
  const word = secretKeyWord(name);
  if (word === undefined) throw new Error(`${name} is no secret-looking name`);
  return word;
}

const canary = ['Canary', '4711'].join('');
const generated = ['aB3', canary, 'xY9', 'zzzzz'].join('');

test.each([
  ['password', ''],
  ['password', 'true'],
  ['password', 'none'],
  ['password', '$(DB_PASSWORD)'],
  ['password', `\${DB_PASSWORD}`],
  ['password', '$DB_PASSWORD'],
  ['password', '$password'],
  ['password', '{{ .Values.db.password }}'],
  ['password', '{{ index .Data "password" | b64enc }}'],
  ['password', '<your password>'],
  ['password', '%(ENV_PASSWORD)s'],
  ['password', '__PASSWORD__'],
  ['password', '$(cat "$PASSWORD_FILE")'],
  ['password', '$__file{/etc/secrets/password}'],
  ['password', '/var/run/secrets/db/password'],
  ['password', './password.txt'],
  ['password', 'vault:secret/data/db#password'],
  ['password', 'arn:aws:secretsmanager:eu-west-1:1:secret:db'],
  ['password', '***HIDDEN***'],
  ['password', '<redacted>'],
  ['password', 'REDACTED'],
  ['password', '********'],
  ['password', btoa('REDACTED')],
  ['password', '‹redacted password · 3 bytes›'],
  ['Authorization', `Bearer \${TOKEN}`],
  ['clientSecret', '$dex.github.clientSecret'],
  ['token', '3600'],
  ['token', '15m'],
  ['secrets', '120'],
  ['auth', 'basic'],
  ['auth', 'ldap,oidc'],
  ['auth', 'http://auth.example.com/check'],
  ['auth', 'REPLACE_PARAM_AUTH'],
  ['existingSecret', 'db-credentials'],
  ['tlsSecret', 'shop/web-tls'],
  ['imagePullSecret', 'regcred'],
  ['--secrets', 'etcd-client,encryption-config'],
  ['passwordKey', 'postgres-password'],
  ['sshKey', 'ssh-ed25519 AAAAC3Nz someone'],
  ['secretName', 'prometheus-adapter-2p7nqlq9pecq2'],
  ['tokenFile', '/var/run/token'],
  ['cacheKey', 'a'],
  ['TOKEN_SERVICE', 'token-service'],
  ['TOKEN_SERVICE', 'http://auth2:8080/token'],
  ['TOKEN_SERVICE', 'shop/token-issuer-2'],
  ['API_KEY_HOST', 'oauth2'],
  ['TOKEN_SERVICE_HOST', '10.96.0.1'],
  ['TOKEN_SERVICE_HOST', 'token-service.shop.svc'],
  ['TOKEN_SERVICE_HOST', 'localhost'],
  ['TOKEN_SERVICE_PORT', 'tcp://10.96.0.1:443'],
  ['TOKEN_OWNER', 'ops@example.com'],
  ['SECRET_BACKEND', 'vault'],
  ['SECRET_USER', 'admin'],
  ['TOKEN_FILE', 'tokens.json'],
  ['PASSWORD_FILE', 'passwords'],
  ['secrets', '2/20'],
])('under %s, %s stays', (name, value) => {
  const word = secretKeyWord(name);
  expect(word === undefined || isHarmless(value, word)).toBe(true);
});

test.each([
  ['password', canary],
  ['password', 'ssh-hunter2'],
  ['auth', 'foobared'],
  ['session', 'canary'],
  ['password', 'changeme'],
  ['password', '123456'],
  ['password', `\${DB_PASSWORD:-${canary}}`],
  ['password', `{{ .Values.x | default "${canary}" }}`],
  ['password', `$(echo ${canary})`],
  ['password', `prefix-$(OTHER)${canary}`],
  ['password', '/9j/4AAQSkZJRgABAQAAAQABAAD'],
  ['password', `/${generated}`],
  ['token', canary],
  ['token', '1234567'],
  ['auth', canary],
  ['existingSecret', canary],
  ['existingSecret', 'with space'],
  ['secretName', generated],
  ['VAULT_SECRET_ID', '01234567-89ab-cdef-0123-456789abcdef'],
  ['key', generated],
  ['TOKEN_SERVICE', 'hunter2'],
  ['TOKEN_SERVICE', 'swordfish'],
  ['tokenService', 'Swordfish'],
  ['TOKEN_SERVICE', 'sword fish'],
  ['CLIENT_SECRET_APP', 'swordfish'],
  ['SECRET_USER', 'swordfish'],
  ['API_KEY_HOST', canary],
  ['SECRET_USER', 'S3cret!'],
  ['PASSWORD_FILE', 'Hunter2!'],
  ['join', 'abcdef.0123456789abcdef'],
])('under %s, %s goes', (name, value) => {
  expect(isHarmless(value, wordOf(name))).toBe(false);
});
