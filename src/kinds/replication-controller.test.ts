import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { replicationController } from './replication-controller.ts';

const template = {
  spec: {
    containers: [
      { name: 'web', image: 'web:1' },
      { name: 'proxy', image: 'proxy:2' },
    ],
  },
};

test('the selector of a ReplicationController is a plain map', () => {
  const old = object('v1', 'ReplicationController', 'shop/old', {
    spec: { replicas: 2, selector: { app: 'web' }, template },
    status: { replicas: 2, readyReplicas: 1 },
  });
  expect(replicationController.cells(old, { now: 0 }).slice(1, 4)).toEqual(['2', '2', '1']);
  expect(replicationController.wideCells(old, { now: 0 })).toEqual([
    'web,proxy',
    'web:1,proxy:2',
    'app=web',
  ]);
});
