import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { deployment } from './deployment.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

function healthOf(replicas: number | undefined, status: object) {
  const web = object('apps/v1', 'Deployment', 'shop/web', { spec: { replicas }, status });
  return deployment.health(web, context);
}

test('health is how many of the wanted pods are ready', () => {
  expect(healthOf(3, { readyReplicas: 3 })).toEqual({ state: 'ok', word: '3/3 ready' });
  expect(healthOf(3, { readyReplicas: 2 })).toEqual({ state: 'warn', word: '2/3 ready' });
  expect(healthOf(3, {})).toEqual({ state: 'bad', word: '0/3 ready' });
  expect(healthOf(0, {})).toEqual({ state: 'done', word: '0/0 ready' });
  expect(healthOf(undefined, {})).toEqual({ state: 'bad', word: '0/1 ready' });
});

test('a rollout that is stuck shows although every old pod is ready', () => {
  const conditions = [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }];
  expect(healthOf(2, { readyReplicas: 2, conditions })).toEqual({
    state: 'warn',
    word: 'ProgressDeadlineExceeded',
  });
});

test('the selector is no edge: owning the ReplicaSets says the same', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    spec: { selector: { matchLabels: { app: 'web' } }, template: { spec: {} } },
  });
  expect(deployment.references(web).map(({ relation }) => relation)).toEqual(['identity']);
});

test('facts state how it replaces its pods and what it runs', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    metadata: { annotations: { 'deployment.kubernetes.io/revision': '4' } },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: 1 } },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      template: {
        spec: {
          hostNetwork: true,
          nodeSelector: { pool: 'general' },
          initContainers: [
            { name: 'proxy', image: 'proxy:2', restartPolicy: 'Always' },
            { name: 'migrate', image: 'web:1' },
          ],
          containers: [
            {
              name: 'web',
              image: 'web:1',
              resources: { requests: { cpu: 1, memory: '128Mi' }, limits: { memory: '256Mi' } },
            },
          ],
          volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
        },
      },
    },
  });
  expect(deployment.facts(web, context)).toEqual([
    { label: 'Strategy', value: 'RollingUpdate, max unavailable 25%, max surge 1' },
    { label: 'Selector', value: 'app=web' },
    { label: 'Revision', value: '4' },
    { label: 'Revision history limit', value: '10' },
    { label: 'Progress deadline', value: '600s' },
    { label: 'Images', value: ['proxy: proxy:2', 'migrate: web:1', 'web: web:1'] },
    { label: 'Init containers', value: ['proxy (sidecar)', 'migrate'] },
    { label: 'Requests', value: ['web: cpu 1, memory 128Mi'] },
    { label: 'Limits', value: ['web: memory 256Mi'] },
    { label: 'Node selector', value: 'pool=general' },
    { label: 'Host access', value: ["the node's network", '/var/log'] },
  ]);
});
