import { expect, test } from 'vitest';
import { marker } from './marker.ts';
import { redactCommand, redactStatements } from './statements.ts';

const secret = ['Hunter', '2-x9'].join('');
const mark = (rule = 'password') => `‹redacted ${rule} · 10 bytes›`;
const redacted = (text: string) => redactStatements(text, marker().mark);

test.each([
  ['requirepass #\nmasterauth #\n', 'password'],
  ['user default on >#', 'password'],
  ['machine example.com login ci password #', 'password'],
  ["CREATE USER a WITH PASSWORD '#';", 'password'],
  ["ALTER USER a IDENTIFIED BY '#';", 'password'],
  ['stats auth admin:#', 'password'],
  ['proxy_set_header Authorization "#";', 'auth'],
  ['set $api_key #;', 'api-key'],
  ['ENV API_TOKEN #', 'token'],
  ['redis-cli -h cache -a # ping', 'password'],
  ['mysqladmin ping -p#', 'password'],
  ['mongosh -u root -p # --quiet', 'password'],
  ['docker login -u ci -p # registry.example.com', 'password'],
  ['curl -s -u admin:# http://a', 'password'],
  ['curl --user=admin:# http://a', 'password'],
  ['kubectl create secret generic a --from-literal=x=#', 'secret'],
  ['openssl rsa -passin pass:#', 'password'],
  ['echo root:# | chpasswd', 'password'],
  ['aws configure set aws_secret_access_key #', 'access-key'],
  ['["redis-cli", "-a", "#"]', 'password'],
  ['- redis-cli\n- -a\n- #\n', 'password'],
])('%s', (template, rule) => {
  const masked = template.replaceAll('#', mark(rule));
  expect(redacted(template.replaceAll('#', secret))).toBe(masked);
  expect(redacted(masked)).toBe(masked);
});

test.each([
  'mysql -u root -h db -P 3306 shop',
  'mysqladmin ping -p$MYSQL_ROOT_PASSWORD',
  'mkdir -p /data/redis-cli',
  'redis-cli ping\ncp -a /from /to',
  'docker run -p 8080:80 nginx',
  'curl -u http://a',
  'proxy_set_header Host $host;',
  'proxy_set_header Authorization $http_authorization;',
  'set authorization: mode to Webhook',
  'set -e',
  'the login page asks for a password first',
])('%s stays', (text) => {
  expect(redacted(text)).toBe(text);
});

test('a command written as a list is read like a line', () => {
  const { mark: marks } = marker();
  expect(redactCommand(['/usr/bin/redis-cli', '-a', secret, 'ping'], marks)).toEqual([
    '/usr/bin/redis-cli',
    '-a',
    mark(),
    'ping',
  ]);
  expect(redactCommand(['mysqladmin', 'ping', `-p${secret}`], marks)).toEqual([
    'mysqladmin',
    'ping',
    `-p${mark()}`,
  ]);
  expect(redactCommand(['curl', '-u', `admin:${secret}`], marks)).toEqual([
    'curl',
    '-u',
    `admin:${mark()}`,
  ]);
});

test('a command without secrets is the same list', () => {
  const command = ['redis-cli', '-h', 'cache', 'ping'];
  expect(redactCommand(command, marker().mark)).toBe(command);
});
