import { expect, test } from 'vitest';
import { redactAssignments } from './assignments.ts';
import { marker } from './marker.ts';

const redacted = (text: string) => redactAssignments(text, marker().mark);
const secret = ['Hunter', '2-x9'].join('');
const mark = (rule: string, value = secret) => `‹redacted ${rule} · ${value.length} bytes›`;

/** Each `#` of a template is the secret, and the mark of the rule afterwards. */
function masksIn(template: string, rule = 'password'): void {
  expect(redacted(template.replaceAll('#', secret))).toBe(template.replaceAll('#', mark(rule)));
}

test.each([
  'password=#',
  'password = #\nhost = db\n',
  'host=db password=# user=app',
  'db.password: #\n',
  '  - password: #\n    host: db\n',
  'password: "#" \nhost: db',
  "password: '#'",
  'password: #\nhost: db',
  '{password: #, host: db}',
  '{"password": "#", "host": "db"}',
  '{\\"password\\": \\"#\\"}',
  'config["password"] = "#"',
  'password => "#"',
  'password := `#`',
  'password = """#"""',
  'export DB_PASSWORD="#" && run',
  '//: PASSWORD=#',
  'mount -o username=a,password=#,vers=3.0',
  'https://example.com/?user=a&password=#&x=1',
  'Server=db;Password=#;Database=shop',
  '--password=#',
  'run --password # --verbose',
  "run --password '#' --verbose",
  'args:\n- --password\n- #\n- --verbose',
  '"--password", "#", "--verbose"',
  '<password>#</password>',
  '<password><![CDATA[#]]></password>',
  '<user password="#"/>',
  '<name>db.password</name>\n  <value>#</value>',
  '- name: DB_PASSWORD\n  value: #\n',
  '{"name": "DB_PASSWORD", "value": "#"}',
  '{name: DB_PASSWORD, value: #}',
  `say \${DB_PASSWORD:-#} twice`,
  'login with password: # and go',
  'password:\n  #\nhost: db',
  'password: |\n  #\nhost: db',
  'passwords:\n  - #\n  - "#"\nhost: db',
  'passwords:\n  admin: #\n  provider: ldap\nhost: db',
  '  password #\n  host db\n',
  'password: &anchor #\n',

  'password: !secret #\n',
])('%s', (template) => {
  masksIn(template);
});

test.each([
  ['curl -H "Authorization: Bearer #" http://a', 'auth'],
  ["curl -H 'X-Api-Key: #' http://a", 'api-key'],
  ['API Key: #\n', 'api-key'],
  ['failed with token: # at once', 'token'],
])('%s', (template, rule) => {
  masksIn(template, rule);
});

test('a quoted value that goes over lines is masked whole', () => {
  expect(redacted('password: "one\n  two"\nhost: db')).toBe(
    `password: "${mark('password', 'one\n  two')}"\nhost: db`,
  );
});

test('what must not be cut off is masked to the end of its line', () => {
  expect(redacted('password=a b; c, d\nhost=db')).toBe(
    `password=${mark('password', 'a b; c, d')}\nhost=db`,
  );
});

test('a comment behind a value in YAML stays', () => {
  expect(redacted('password: ab # note\n')).toBe(`password: ${mark('password', 'ab')} # note\n`);
});

test('a comment inside a mapping of secrets is neither the value nor the end', () => {
  const text = (value: string) =>
    `passwords:\n  # of the admin\n  admin: ${value}\n# and of others\n  other: ${value}\nhost: db`;
  expect(redacted(text(secret))).toBe(text(mark('password')));
});

test('text is cut at the right place after a value that holds a mark already', () => {
  const text = `password=${mark('password')}\nurl=postgres://a:${mark('url-password')}@db\n`;
  expect(redacted(text)).toBe(text);
});

test.each([
  'the password is wrong',
  'password == other',
  'password != other && token =~ x',
  "couldn't find key password in Secret shop/db",
  'Error: secret "web-tls" not found',
  'MountVolume.SetUp failed for volume "token" : secret "x" not found',
  'open /var/run/secrets/token: permission denied',
  'invalid bearer token: unauthorized',
  'scopes: secret:read token:write',
  'image: registry.example.com/reset-password:1.2.3',
  'arn:aws:secretsmanager:eu-west-1:1:secret:shop-db',
  'system:serviceaccount:shop:token',
  'secret: the name of the secret to use',
  'secretName: web-tls\ntokenFile: /var/run/token\n',
  'MountVolume.SetUp failed for volume "db-password" : not found',
  'volumes:\n- secret:\n    secretName: web-tls\n',
  'env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password\n',
  'password: {{ .Values.password }}\n',
  'password: $(DB_PASSWORD)\n',
  'password: # to be set\n',
  'password:\n',
  'password: ""\n',
  `password = \${DB_PASSWORD}\n`,
  'TOKEN=$(cat /var/run/secrets/token)\n',
  '--token-auth-file=/etc/tokens.csv --authorization-mode=Node,RBAC',
  '--token string   the token to use',
  'mysql -u<user> -p<password> -h host',
  'proxy_pass http://upstream;',
  'PGPASSWORD=$DB_PASSWORD psql -h db',
  'password: "{{ print "{{ DB_PASSWORD }}" }}"',
  'auth:\n  ## the user\n  username: shop\n',
  '--passphrase-fd 0',
  'secretKey: thanos.yaml',
  'authentication:\n  x509:\n    clientCAFile: /etc/ca.crt\nauthorization:\n  mode: Webhook\n',
])('%s stays', (text) => {
  expect(redacted(text)).toBe(text);
});
