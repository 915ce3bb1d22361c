import { expect, test } from 'vitest';
import { podRequest } from './pod-requests.ts';

const container = (cpu: string, restartPolicy?: string) => ({
  resources: { requests: { cpu } },
  ...(restartPolicy && { restartPolicy }),
});

test.each([
  ['containers add up', { containers: [container('250m'), container('1')] }, 1.25],
  [
    'an init container counts when it needs more than all others together',
    { initContainers: [container('2'), container('1')], containers: [container('500m')] },
    2,
  ],
  [
    'a sidecar runs beside the containers and the init containers after it',
    {
      initContainers: [container('1', 'Always'), container('2')],
      containers: [container('500m')],
    },
    3,
  ],
  [
    'the overhead of the runtime comes on top',
    { containers: [container('1')], overhead: { cpu: '250m' } },
    1.25,
  ],
  [
    'a request of the whole pod goes first',
    { containers: [container('1')], resources: { requests: { cpu: '3' } } },
    3,
  ],
  ['a pod that asks for nothing counts nothing', { containers: [{}] }, 0],
])('%s', (_fact, spec, cpu) => {
  expect(podRequest({ spec }, 'cpu')).toBeCloseTo(cpu);
});
