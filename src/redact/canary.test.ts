import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { redactor } from './redact.ts';
import { rules } from './rules.ts';

// Put together here, so that no scanner takes the fixtures for leaked secrets.
const canary = ['Canary', '4711'].join('');
const long = canary.padEnd(40, 'aB3');
const encoded = btoa(canary);
const pem = (kind: string, body = canary) =>
  [`-----BEGIN ${kind}`, `KEY-----\n${body}\n-----END ${kind}`, 'KEY-----'].join(' ');
const privateKey = pem('RSA PRIVATE');
const jwt = [`eyJ${btoa(canary).replaceAll('=', '')}`, `eyJ${long}`, long].join('.');
const gzip = `H4sI${btoa(canary.repeat(10)).replaceAll('=', '')}`;

const object = (kind: string, fields: object, metadata: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a', ...metadata },
  ...fields,
});
const configMap = (text: string, key = 'file') => object('ConfigMap', { data: { [key]: text } });
const container = (fields: object) =>
  object('Pod', { spec: { containers: [{ name: 'c', ...fields }] } });
const env = (name: string, value: string) => container({ env: [{ name, value }] });
const args = (...words: string[]) => container({ args: words });
const annotated = (annotations: object) => object('Service', {}, { annotations });
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { a: encoded } };
const secretYaml = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: ${encoded}\n  b: |\n    ${encoded}\nstringData: {c: ${canary}}\n`;

const places: Readonly<Record<string, readonly KubeObject[]>> = {
  'Secret data': [
    object('Secret', { data: { any: encoded }, stringData: { other: canary } }),
    object('Secret', { data: { any: [canary], other: { deep: canary }, third: 4711 } }),
    object('SecretList', { items: [{ metadata: {}, data: { any: encoded } }] }),
    object('List', { items: [secret] }),
    object('Work', { spec: { manifests: [{ ...secret, stringData: { b: canary } }] } }),
  ],
  'last-applied': [
    object(
      'Secret',
      {},
      {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': `${JSON.stringify(secret)}\n`,
        },
      },
    ),
    annotated({
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(
        env('DB_PASSWORD', canary),
      ),
    }),
    annotated({ 'example.com/previous': JSON.stringify({ was: JSON.stringify(secret) }) }),
    annotated({ 'example.com/twice': `{"password": "${canary}", "password": ""}` }),
  ],
  'a Secret written out in a text': [
    configMap(secretYaml),
    configMap(secretYaml.replaceAll('\n', '\r\n')),
    configMap(`kind: ConfigMap\n---\n${secretYaml}---\nkind: Service\n`),
    configMap(`items:\n- kind: Secret\n  data:\n    a: ${encoded}\n`),
    configMap(`{{ if .x }}\n${JSON.stringify(secret, null, 2)}\n{{ end }}`),
    object('HelmChart', {
      spec: { valuesContent: `extra:\n  - |\n    ${secretYaml.replaceAll('\n', '\n    ')}` },
    }),
  ],
  'managed fields': [
    object(
      'Thing',
      {},
      {
        managedFields: [
          {
            fieldsV1: {
              'f:spec': {
                'f:tokens': { [`v:"${canary}"`]: {} },
                [`k:{"name":"PASSWORD","value":"${canary}"}`]: {},
              },
            },
          },
        ],
      },
    ),
  ],
  'environment by name': [
    env('POSTGRES_PASSWORD', canary),
    env('MYSQLPASSWORD', canary),
    env('DB_PASS', canary),
    env('GITHUB_TOKEN_CI', canary),
    env('AWS_SECRET_ACCESS_KEY', canary),
    env('SECRET_KEY_BASE', canary),
    env('apiKey', canary),
    env('CREDENTIALS', canary),
    env('REDIS_AUTH', canary),
    env('SESSION_COOKIE', canary),
    env('PHP_SESSION', canary),
    env('VAULT_SECRET_ID', long),
    env('BASIC_AUTH_USERS', `a:${canary}`),
    env('HSM_PIN', canary),
    env('PASSWORD_SALT', canary),
    env('LICENSE_KEY', canary),
    env('SENTRY_DSN', `https://${canary.padEnd(32, '0')}@sentry.example.com/1`),
    env('DATABASE_URL', `postgres://app:${canary}@db/shop`),
    env('DATABASE_URL', `app:${canary}@tcp(db:3306)/shop`),
    env('CONNECTION_STRING', `Server=db;User Id=app;Password=${canary};`),
    env('DSN', `${canary}@db`),
    env('SLACK_WEBHOOK_URL', `https://hooks.example.com/services/${canary}`),
    env('SPRING_PASSWORD', `\${OTHER:-${canary}}`),
    env('GREETING', `hello \${PASSWORD:${canary}}`),
    object('Pod', { spec: { initContainers: [{ env: [{ name: 'TOKEN', value: canary }] }] } }),
    object('Pod', { spec: { ephemeralContainers: [{ env: [{ name: 'TOKEN', value: canary }] }] } }),
    object('Rollout', {
      spec: { template: { spec: { containers: [{ env: [{ name: 'TOKEN', value: canary }] }] } } },
    }),
    object('BuildConfig', {
      spec: { strategy: { dockerStrategy: { env: [{ name: 'PIP_PASSWORD', value: canary }] } } },
    }),
  ],
  'arguments and commands': [
    args(`--password=${canary}`),
    args(`--password=${canary} with, spaces; and signs`),
    args('--token', canary),
    args('-c', `run --db-password '${canary}' --verbose`),
    args('sh', '-c', `export TOKEN=${canary} && run`),
    args(
      'sh',
      '-c',
      `curl -H "Authorization: Bearer ${canary}" -H 'X-Api-Key: ${canary}' http://a`,
    ),
    args(
      'sh',
      '-c',
      `curl -u admin:${canary} http://a; mysql -p${canary} -h db; redis-cli -a ${canary} ping`,
    ),
    args(
      'sh',
      '-c',
      `mongosh -u root -p ${canary}; sshpass -p ${canary} ssh a; PGPASSWORD=${canary} psql`,
    ),
    args('sh', '-c', `docker login -u ci -p ${canary} registry.example.com`),
    args('sh', '-c', `kubectl create secret generic a --from-literal=x=${canary}`),
    args(`https://user:${canary}@git.example.com/a.git`),
    container({ command: ['redis-cli', '-a', canary, 'ping'] }),
    container({ command: ['/usr/bin/mysqladmin', 'ping', `-p${canary}`] }),
    container({ command: ['curl', '-u', `admin:${canary}`, 'http://a'] }),
    container({ livenessProbe: { exec: { command: ['sh', '-c', `mongo --password ${canary}`] } } }),
  ],
  'headers of probes and hooks': [
    container({
      livenessProbe: {
        httpGet: {
          httpHeaders: [{ name: 'Authorization', value: `Basic ${btoa(`a:${canary}`)}` }],
        },
      },
    }),
    container({
      readinessProbe: { httpGet: { httpHeaders: [{ name: 'X-Anything', value: canary }] } },
    }),
    container({
      lifecycle: { postStart: { httpGet: { httpHeaders: [{ name: 'Cookie', value: canary }] } } },
    }),
  ],
  annotations: [
    annotated({
      'nginx.ingress.kubernetes.io/configuration-snippet': `more_set_headers "X: ${canary}";`,
    }),
    annotated({ 'nginx.ingress.kubernetes.io/server-snippet': canary }),
    annotated({ 'openshift.io/token-secret.value': jwt }),
    annotated({ 'example.com/token': canary }),
    annotated({ 'checksum/secret': canary }),
    annotated({
      'k3s.io/node-args': JSON.stringify([
        'server',
        '--token',
        canary,
        '--datastore-endpoint',
        `mysql://a:${canary}@tcp(db)/k`,
      ]),
    }),
    annotated({ 'k3s.io/node-env': JSON.stringify({ K3S_TOKEN: canary }) }),
  ],
  volumes: [
    object('PersistentVolume', {
      spec: {
        csi: { volumeAttributes: { clientSecret: canary } },
        mountOptions: [`username=a,password=${canary},vers=3.0`],
      },
    }),
    object('Pod', { spec: { volumes: [{ flexVolume: { options: { accessKey: canary } } }] } }),
    object('StorageClass', { parameters: { restuserkey: canary } }),
  ],
  'configuration text': [
    configMap(`[database]\nhost = db\npassword = ${canary}\n`),
    configMap(`db.password=${canary} and more\n`),
    configMap(`db:\n  password: ${canary} and more # note\n`),
    configMap(`db:\n  password: "${canary}"\n  token: '${canary}'\n`),
    configMap(`db:\n  password: >-\n    ${canary}\n    ${canary}\n  host: db\n`),
    configMap(`db:\n  password:\n    ${canary}\n`),
    configMap(`db:\n  password: "first\n    ${canary}"\n`),
    configMap(`tokens:\n  - ${canary}\n  - "${canary}"\npasswords:\n  admin: ${canary}\n`),
    configMap(`{password: ${canary}, host: db}`),
    configMap(`db: {password: ${canary}, host: db}`),
    configMap(`a: &x !secret ${canary}\npassword: &y ${canary}\n`.replace(canary, 'b')),
    configMap(`api_key = """${canary}"""\n`),
    configMap(
      `{"db": {"password": "${canary}", "pin": 1}, "tokens": ["${canary}"], "api_keys": {"ci": "${canary}"}}`,
    ),
    configMap(`var c = {apiKey: "${canary}"}; c['password'] = '${canary}'; secret => '${canary}'`),
    configMap(`<user><password>${canary}</password></user>`),
    configMap(`<property><name>fs.s3a.secret.key</name><value>${canary}</value></property>`),
    configMap(`<add key="DbPassword" value="${canary}"/>`),
    configMap(`env:\n- name: DB_PASSWORD\n  value: ${canary}\n- {name: TOKEN, value: ${canary}}\n`),
    configMap(`chpasswd:\n  list: |\n    root:${canary}\n  expire: false\n`),
    configMap(`echo root:${canary} | chpasswd; aws configure set aws_secret_access_key ${canary}`),
    configMap(`<match **>\n  shared_key ${canary}\n  password ${canary}\n</match>`),
    configMap(`datasources:\n- name: a\n  secureJsonData:\n    anything: ${canary}\n`),
    configMap(`command: ["redis-cli", "-a", "${canary}"]\nargs: ["--token", "${canary}"]\n`),
    configMap(`command:\n- redis-cli\n- -a\n- ${canary}\n`),
    configMap(JSON.stringify({ keys: [{ kty: 'oct', k: canary }] })),
    configMap(`not json { \\"password\\": \\"${canary}\\", \\"a\\": 1 }`),
    configMap(canary, 'server.key'),
    object('ConfigMap', { binaryData: { 'keystore.jks': btoa(canary) } }),
    configMap(`args:\n- --token\n- ${canary}\n- --password=${canary}\n`),
    configMap(`requirepass ${canary}\nmasterauth ${canary}\nuser default on >${canary} ~*\n`),
    configMap(`machine a login b password ${canary}\n`),
    configMap(`CREATE USER a WITH PASSWORD '${canary}'; ALTER USER b IDENTIFIED BY '${canary}';`),
    configMap(
      `proxy_set_header X-Api-Key ${canary};\nset $token "${canary}";\nstats auth admin:${canary}\n`,
    ),
    configMap(`FROM a\nENV API_TOKEN ${canary}\n`),
    configMap(`login with password: ${canary}, then go on`),
    configMap(`API Key: ${canary}\n`),
    configMap(`# password: ${canary}\n`),
    configMap(`//registry.example.com/:_authToken=${canary}\n`),
    configMap(`https://a.example.com/?token=${canary}&x=1`),
    configMap(`jdbc:mysql://db/shop?user=a&password=${canary}`),
    configMap(`jdbc:oracle:thin:app/${canary}@db`),
    configMap(canary, 'admin-password'),
    configMap(`a:${canary}`, '.pgpass'),
    object('ConfigMap', { data: {}, binaryData: { file: btoa(`password=${canary}\n`.repeat(3)) } }),
  ],
  'kubeconfig and registry logins': [
    configMap(
      `kind: Config\nusers:\n- name: a\n  user:\n    token: ${canary}\n    client-key-data: ${btoa(privateKey)}\n    password: ${canary}\n`,
    ),
    configMap(
      `users:\n- user:\n    auth-provider:\n      config:\n        access-token: ${canary}\n        id-token: ${canary}\n`,
    ),
    configMap(
      JSON.stringify({
        auths: { 'registry.example.com': { auth: btoa(`a:${canary}`), identitytoken: canary } },
      }),
    ),
    configMap(
      btoa(JSON.stringify({ auths: { 'registry.example.com': { auth: btoa(`a:${canary}`) } } })),
    ),
    configMap(`pull: ${btoa(JSON.stringify({ auths: { r: { password: canary } } }))}\n`),
    configMap(JSON.stringify({ type: 'service_account', private_key: privateKey })),
    configMap(`jws ${canary}`, 'jws-kubeconfig-abcdef'),
  ],
  'values with a shape of their own': [
    configMap(privateKey),
    configMap(`cert:\n${pem('CERTIFICATE').replace(canary, 'public')}\n${pem('EC PRIVATE')}`),
    configMap(`x ${btoa(privateKey)} y`),
    configMap(`cut off: -----BEGIN PRIVATE ${'KEY-----'}\n${long}`),
    configMap(`seen ${jwt} today`),
    configMap(`Authorization: Bearer ${long}`),
    configMap(`sent Bearer ${long}`),
    configMap(`sent Basic ${btoa(`a:${canary}`)}`),
    configMap(`${['AK', 'IA'].join('')}${canary.toUpperCase().padEnd(16, 'X')},${long}`),
    configMap(['AI', 'za', canary.padEnd(35, 'x')].join('')),
    configMap(['gh', 'p_', canary.padEnd(36, 'x')].join('')),
    configMap(['glp', 'at-', canary.padEnd(20, 'x')].join('')),
    configMap(['xo', 'xb-', long].join('')),
    configMap(['https://hooks.sl', 'ack.com/services/T0/B0/', canary].join('')),
    configMap(['sk_', 'live_', canary.padEnd(24, 'x')].join('')),
    configMap(['K10', 'a'.repeat(64), '::server:', canary].join('')),
    configMap(`DefaultEndpointsProtocol=https;AccountKey=${long.padEnd(86, 'x')}==;`),
    configMap(`https://a.blob.example.com/x?se=1&sig=${long}`),
    configMap(
      `admin:$2y$10$${canary.padEnd(53, 'x')}\nb:$apr1$salt$${canary.padEnd(22, 'x')}\nc:{SHA}${canary}=\n`,
    ),
    configMap(`payload ${gzip}`),
  ],
  'known kinds': [
    object('ConfigMap', { data: { release: btoa(canary) } }, { labels: { owner: 'helm' } }),
    object('SealedSecret', {
      spec: { encryptedData: { a: encoded }, template: { data: { b: canary } } },
    }),
    object('Route', { spec: { tls: { key: canary } } }),
    object('OAuthClient', { secret: canary, additionalSecrets: [canary] }),
    object('OAuthAccessToken', { refreshToken: canary }, { name: canary, uid: 'u' }),
    object('BuildConfig', { spec: { triggers: [{ github: { secret: canary } }] } }),
    object('MachineConfig', {
      spec: {
        config: {
          storage: { files: [{ path: '/a', contents: { source: `data:,${canary}` } }] },
          passwd: { users: [{ name: 'core', passwordHash: canary, sshAuthorizedKeys: [canary] }] },
        },
      },
    }),
    object('ClusterConfig', { spec: { storage: { kine: { dataSource: canary } } } }),
    object('HelmRelease', {
      spec: { values: { db: { adminPassword: canary, auth: { secrets: { any: canary } } } } },
    }),
    object('HelmChart', {
      spec: { set: { 'db.password': canary }, valuesContent: `db:\n  password: ${canary}\n` },
    }),
    object('Application', {
      spec: {
        source: {
          helm: {
            values: `token: ${canary}`,
            valuesObject: { token: canary },
            parameters: [{ name: 'db.password', value: canary }],
          },
        },
      },
      status: { history: [{ source: { helm: { values: `token: ${canary}` } } }] },
    }),
    object('Thing', {
      spec: { password: 4711, credentials: { value: canary }, apiKeys: [{ value: canary }] },
    }),
    object('CustomResourceDefinition', {
      spec: {
        versions: [{ schema: { properties: { password: { type: 'string', default: canary } } } }],
      },
    }),
    object('Event', {
      message: `pull of https://a:${canary}@registry.example.com/x failed: --password=${canary}`,
    }),
    object('Proxy', { spec: { httpProxy: `http://user:${canary}@proxy:3128` } }),
    object('ValidatingWebhookConfiguration', {
      webhooks: [{ clientConfig: { url: `https://a:${canary}@hook/` } }],
    }),
  ],
};

// Section 3 of the list of sensitive places, as environment, as field and as text.
const words =
  `password passwd pwd passphrase secret token apikey api_key access_key secret_key private_key client_secret
  credential credentials auth bearer cookie session dsn connection_string database_url redis_url mongodb_uri amqp_url
  webhook_url encryption_key signing_key salt license_key`.split(/\s+/);
const shapes = [
  canary,
  canary.toLowerCase().replace(/\d+/, ''),
  'canary-secret-value',
  'Canary_Secret',
  'CANARY',
];

test.each(words)('no value survives under %s', (word) => {
  const survivors = shapes.filter((value) => {
    const redacted = redactor().redact(
      object('Deployment', {
        data: {
          text: `${word} = ${value}\n`,
          yaml: `a:\n  ${word}: ${value}\n`,
          url: `https://a/?${word}=${value}`,
        },
        env: [{ name: `APP_${word.toUpperCase()}`, value }],
        spec: { [word]: value, [`my-${word}`]: value },
      }),
    );
    return JSON.stringify(redacted).includes(value);
  });
  expect(survivors).toEqual([]);
});

const everyObject = Object.values(places).flat();

/** The canary as base64 shows it at each of the three offsets a longer text can put it at. */
const traces = [
  canary.toLowerCase(),
  ...[0, 1, 2].map((offset) => btoa('-'.repeat(offset) + canary).slice(offset === 0 ? 0 : 4, -4)),
];

function tracesIn(value: unknown): readonly string[] {
  const json = JSON.stringify(value);
  return traces.filter((trace) => json.includes(trace) || json.toLowerCase().includes(trace));
}

test.each(Object.entries(places))('no secret survives in: %s', (_place, objects) => {
  const leaks = objects
    .map((given) => redactor().redact(given))
    .filter((redacted) => tracesIn(redacted).length > 0);
  expect(leaks).toEqual([]);
});

test('every example holds a canary', () => {
  const clean = everyObject.filter((given) => redactor().redact(given) === given);
  expect(clean).toEqual([]);
});

test('redacting twice changes nothing', () => {
  const first = redactor();
  const second = redactor();
  for (const given of everyObject) {
    const once = first.redact(given);
    expect(second.redact(once)).toBe(once);
  }
  expect(second.counts()).toEqual({});
});

test('every rule has an example here', () => {
  const all = redactor();
  for (const given of everyObject) all.redact(given);
  const untried = Object.keys(rules).filter((rule) => all.counts()[rule] === undefined);
  expect(untried).toEqual(['too-deep']);
});

test('the input is never changed', () => {
  const before = JSON.stringify(everyObject);
  const all = redactor();
  for (const given of everyObject) all.redact(given);
  expect(JSON.stringify(everyObject)).toBe(before);
});
