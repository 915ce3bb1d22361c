import { expect, test } from 'vitest';
import { clusterbook } from './run.ts';

const describe = (...args: readonly string[]) =>
  clusterbook('describe', ...args, '--snapshot', 'shop-prod');

test('an object reads as kubectl prints it', async () => {
  const { status, stdout, stderr } = await describe('pdb', 'web', '-n', 'shop');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`Name:           web
Namespace:      shop
Min available:  50%
Selector:       app.kubernetes.io/instance=web,app.kubernetes.io/name=web
Status:
    Allowed disruptions:  2
    Current:              4
    Desired:              2
    Total:                4
Events:                   <none>
`);
});

const describedNames = (stdout: string) =>
  [...stdout.matchAll(/^Name: +(\S+)$/gm)].map(([, name]) => name);

test.each([
  ['pdb'],
  ['poddisruptionbudget'],
  ['PodDisruptionBudget'],
  ['poddisruptionbudgets.policy'],
  ['poddisruptionbudgets.v1.policy'],
])('%s without a name means every PodDisruptionBudget', async (kind) => {
  const { status, stdout } = await describe(kind);
  expect([status, describedNames(stdout)]).toEqual([0, ['api', 'checkout', 'web']]);
  expect(stdout).not.toContain('Events:');
});

test.each([
  ['deployment/web', 'service/api'],
  ['deploy/web', 'svc/api'],
])('%s %s are two objects', async (...args) => {
  const { stdout } = await describe(...args, '--namespace', 'shop');
  expect(describedNames(stdout)).toEqual(['web', 'api']);
});

test('several kinds and several names are every pair of them', async () => {
  const { stdout } = await describe('deploy,svc', 'web', 'api', '-n', 'shop');
  expect(describedNames(stdout)).toEqual(['web', 'api', 'web', 'api']);
});

test('a name that no object has is the beginning of names', async () => {
  const { stdout } = await describe('pvc', 'data-postgres', '-n', 'shop-data');
  expect(describedNames(stdout)).toEqual(['data-postgres-0', 'data-postgres-1', 'data-postgres-2']);
});

test.each([
  [
    ['deplyment', 'web'],
    'Snapshot shop-prod has no resource type "deplyment".',
    'Did you mean deployments?',
  ],
  [['deploy', 'wbe'], 'There is no Deployment "wbe".', 'Did you mean web?'],
  [
    ['deploy', 'web', '-n', 'monitoring'],
    'There is no Deployment "web" in namespace monitoring.',
    'There is one in shop.',
  ],
  [
    ['replicationcontrollers'],
    'There is no ReplicationController.',
    'Snapshot shop-prod holds every one of replicationcontrollers that existed.',
  ],
  [['pod/'], '"pod/" does not name an object.', 'Write KIND/NAME for each of them, or KIND NAME.'],
  [
    [],
    'describe takes a kind, and the name of an object if you want only one.',
    'Example: clusterbook describe deployment web -n shop',
  ],
])('%j is refused', async (args, message, hint) => {
  const { status, stdout, stderr } = await describe(...args);
  expect([status, stdout, stderr]).toEqual([2, '', `clusterbook: ${message}\n${hint}\n`]);
});

test('with snapshots of several clusters one has to be named', async () => {
  const { status, stderr } = await clusterbook('describe', 'pods');
  expect([status, stderr]).toEqual([
    2,
    'clusterbook: snapshots holds snapshots of 3 clusters.\n' +
      'Say which one with --snapshot ID: docker-desktop, shop-prod, shop-staging.\n',
  ]);
});
