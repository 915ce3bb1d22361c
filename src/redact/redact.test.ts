import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { redactor } from './redact.ts';

const secret = ['Hunter', '2-x9'].join('');
const mark = (rule: string, bytes = 10) => `‹redacted ${rule} · ${bytes} bytes›`;

const object = (kind: string, fields: object, metadata: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a', ...metadata },
  ...fields,
});

test('a Secret keeps its keys and tells the length of its values', () => {
  const { redact, counts } = redactor();
  const given = object('Secret', {
    type: 'Opaque',
    data: { user: btoa('shop'), 'tls.key': btoa(secret), empty: '' },
  });
  expect(redact(given)).toEqual({
    ...given,
    data: { user: mark('secret-data', 4), 'tls.key': mark('secret-data'), empty: '' },
  });
  expect(counts()).toEqual({ 'secret-data': 2 });
});

test('the token of a service goes, were it a plain word; its name and its address stay', () => {
  const podWith = (value: string) =>
    object('Pod', {
      spec: {
        containers: [
          {
            name: 'web',
            env: [
              { name: 'TOKEN_SERVICE', value },
              { name: 'SIGNING_TOKEN_SERVICE', value: 'token-issuer' },
              { name: 'TOKEN_SERVICE_SERVICE_HOST', value: '10.96.0.7' },
              { name: 'TOKEN_SERVICE_PORT', value: 'tcp://10.96.0.7:80' },
            ],
            args: [`--token-service=${value}`],
          },
        ],
      },
    });
  const { redact, counts } = redactor();
  expect(redact(podWith('swordfish'))).toEqual(podWith(mark('token', 9)));
  expect(counts()).toEqual({ token: 2 });
});

test('last-applied-configuration is redacted inside, and the rest of it stays', () => {
  const lastApplied = (value: string) =>
    `${JSON.stringify({ kind: 'Secret', metadata: { name: 'a', note: '<b>' }, data: { a: value } })
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')}\n`;
  const annotated = (text: string) =>
    object(
      'Secret',
      {},
      { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': text } },
    );
  expect(redactor().redact(annotated(lastApplied(btoa(secret))))).toEqual(
    annotated(lastApplied(mark('secret-data'))),
  );
});

test('JSON keeps its indentation and its big integers', () => {
  const json = (value: string) => `{\n  "password": "${value}",\n  "id": 12345678901234567890\n}\n`;
  const given = object('ConfigMap', { data: { 'a.json': json(secret) } });
  expect(redactor().redact(given)).toEqual(
    object('ConfigMap', { data: { 'a.json': json(mark('password')) } }),
  );
});

test('a key that occurs twice does not hide its first value', () => {
  const given = object('ConfigMap', { data: { a: `{"password":"${secret}","password":""}` } });
  expect(redactor().redact(given)).toEqual(object('ConfigMap', { data: { a: '{"password":""}' } }));
});

test('a find inside base64 counts once', () => {
  const given = object('ConfigMap', {
    binaryData: { a: btoa(`{"password":"${secret}","token":"${secret}"}`) },
  });
  const { redact, counts } = redactor();
  redact(given);
  expect(counts()).toEqual({ 'encoded-secret': 1 });
});

test('what holds no secret is the same object', () => {
  const given = object('Pod', {
    spec: { containers: [{ env: [{ name: 'MODE', value: 'fast' }] }] },
  });
  expect(redactor().redact(given)).toBe(given);
});

test('what stands beside a secret is shared', () => {
  const given = object('Pod', { spec: { a: { password: secret }, b: { c: 1 } } });
  const { spec } = redactor().redact(given);
  expect(spec).toEqual({ a: { password: mark('password') }, b: { c: 1 } });
  expect((spec as { b: unknown }).b).toBe((given['spec'] as { b: unknown }).b);
});

test('with a digest the same value gives the same mark, and another one does not', () => {
  const digest = (value: string) => (value === secret ? '0123456789ab' : 'ba9876543210');
  const env = (value: string) => redactor({ digest }).redact(object('A', { password: value }));
  expect(env(secret)).toEqual(
    object('A', { password: '‹redacted password · 10 bytes · hmac 0123456789ab›' }),
  );
  expect(env('x')).toEqual(
    object('A', { password: '‹redacted password · 1 byte · hmac ba9876543210›' }),
  );
});

test.each(['***HIDDEN***', 'REDACTED', '<redacted>', '********', btoa('REDACTED')])(
  'what another tool has redacted stays as it is: %s',
  (value) => {
    const given = object('Secret', { data: { a: value } });
    expect(redactor().redact(given)).toBe(given);
  },
);

test('the shape of an encrypted Secret stays', () => {
  expect(
    redactor().redact(
      object('SealedSecret', { spec: { encryptedData: { a: btoa(secret), b: btoa(secret) } } }),
    ),
  ).toEqual(
    object('SealedSecret', {
      spec: { encryptedData: { a: mark('sealed-secret'), b: mark('sealed-secret') } },
    }),
  );
});

test('a token that is an object name gives way to the uid, so that names stay unique', () => {
  const given = object('OAuthAccessToken', { userName: 'a' }, { name: secret, uid: 'u-1' });
  expect(redactor().redact(given).metadata).toEqual({ name: 'redacted-u-1', uid: 'u-1' });
});

test('a schema is documentation, its default is a value', () => {
  const schema = (value: string) => ({
    properties: {
      password: { type: 'string', description: 'password: the password to use', default: value },
      secretRef: { type: 'object', required: ['password', 'token'] },
    },
  });
  const crd = (value: string) => ({
    ...object('CustomResourceDefinition', { spec: schema(value) }),
    apiVersion: 'apiextensions.k8s.io/v1',
  });
  expect(redactor().redact(crd(secret))).toEqual(crd(mark('password')));
  expect(redactor().redact(crd(''))).toEqual(crd(''));
});

test.each([
  ['external-secrets.io/v1', { spec: { data: [{ secretKey: 'db-password' }] } }],
  ['monitoring.coreos.com/v1', { spec: { secrets: ['etcd-client-certs'] } }],
])('%s writes names of Secrets where others write secrets', (apiVersion, fields) => {
  const given = { ...object('A', fields), apiVersion };
  expect(redactor().redact(given)).toBe(given);
});

test('references, settings and public values stay', () => {
  const given = object('Pod', {
    spec: {
      serviceAccountName: 'a',
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'regcred' }],
      containers: [
        {
          command: [
            'kube-apiserver',
            '--token-auth-file=/etc/tokens.csv',
            '--enable-bootstrap-token-auth=true',
          ],
          args: ['--tls-private-key-file', '/etc/tls/tls.key'],
          env: [
            { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
            { name: 'PASSWORD_FILE', value: '/run/secrets/password' },
            { name: 'AUTH_ENABLED', value: 'true' },
            { name: 'TOKEN_TTL', value: '3600' },
            { name: 'OTHER', value: '$(DB_PASSWORD)' },
          ],
          livenessProbe: { httpGet: { httpHeaders: [{ name: 'Host', value: 'a.example.com' }] } },
        },
      ],
      volumes: [
        { name: 'a', secret: { secretName: 'a', items: [{ key: 'tls.key', path: 'tls.key' }] } },
        {
          name: 'b',
          projected: {
            sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }],
          },
        },
      ],
    },
  });
  expect(redactor().redact(given)).toBe(given);
});

test('a key called __proto__ stays what it is', () => {
  const given = JSON.parse(
    `{"apiVersion":"v1","kind":"A","metadata":{"name":"a"},"__proto__":{"password":"${secret}"},"spec":{"__proto__":"x","password":"${secret}"}}`,
  ) as KubeObject;
  const redacted = redactor().redact(given);
  expect(JSON.stringify(redacted)).toBe(JSON.stringify(given).replaceAll(secret, mark('password')));
  expect(Object.getPrototypeOf(redacted)).toBe(Object.prototype);
  expect(Object.getPrototypeOf(redacted['spec'])).toBe(Object.prototype);
});

test('ten thousand levels of nesting are cut, not followed', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(10_000)}"${secret}"${'}'.repeat(10_000)}`) as object;
  const { redact, counts } = redactor();
  const redacted = redact(object('A', { spec: deep, password: deep, list: [deep] }));
  expect(JSON.stringify(redacted)).not.toContain(secret);
  expect(counts()).toEqual({ 'too-deep': 3 });
});

test('documents in documents in documents end somewhere', () => {
  const nested = Array.from({ length: 12 }).reduce<string>(
    (inner) => JSON.stringify({ inner }),
    `{"password":"${secret}"}`,
  );
  const given = object('ConfigMap', { data: { a: nested } });
  expect(JSON.stringify(redactor().redact(given))).not.toContain(secret);
});

test.each([
  'password="',
  "password='",
  'password: |\n',
  'password:\n',
  'password=${',
  'token: [',
  'a.',
  'key-',
  '-',
  'eyJ',
  'eyJ-',
  'eyJabcdefghijkl.',
  '://',
  '://a:b/',
  '://x:p@',
  '-----BEGIN PRIVATE ',
  '-----BEGIN RSA PRIVATE KEY-----',
  'Bearer ',
  'kind: Secret\ndata:\n',
  'stringData:\n  a: |\n',
  '{"kind":"Secret","data":{',
  '‹redacted password · 1 byte',
  '<password>',
  '"password": "\\',
  'redis-cli ',
  'name: password ',
  'AKIA',
  '$2y$',
  ' ',
  '\\',
])('a megabyte of %s is read to its end', (part) => {
  const long = part.repeat(Math.ceil(1_000_000 / part.length));
  const short = `${part.repeat(1000)}!`;
  const given = object('ConfigMap', {
    data: { a: long, password: part, TOKEN_SERVICE: short, TOKEN_FILE: short },
  });
  expect(redactor().redact(given).kind).toBe('ConfigMap');
});
