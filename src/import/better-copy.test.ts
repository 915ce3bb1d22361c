import { expect, test } from 'vitest';
import type { KubeObject, ObjectMeta } from '#snapshot/kube-object.ts';
import { better } from './better-copy.ts';

const deployment = (
  metadata: Partial<ObjectMeta> = {},
  rest: object = {},
  apiVersion = 'apps/v1',
): KubeObject => ({
  apiVersion,
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  ...rest,
});

const manifest = deployment({ annotations: { why: 'a long story of a manifest' } });
const live = deployment({ resourceVersion: '9' });
const withStatus = deployment({}, { status: { replicas: 2 } });
const early = deployment({ uid: 'u', resourceVersion: '99' }, { spec: { replicas: 2000 } });
const late = deployment({ uid: 'u', resourceVersion: '100' });
const legacy = deployment({ resourceVersion: '9' }, {}, 'extensions/v1beta1');
const another = deployment({ resourceVersion: '9', uid: 'v' }, { spec: { replicas: 1 } });

test.each([
  ['a resourceVersion', live, manifest],
  ['a resourceVersion before a status', live, withStatus],
  ['a status', withStatus, manifest],
  ['an empty status is none', withStatus, deployment({}, { status: {} })],
  ['the later of two states', late, early],
  ['today’s group', live, legacy],
  ['the longer of two objects that have lived one after the other', another, live],
])('%s wins, in either order', (_, winner, loser) => {
  expect([better(winner, loser), better(loser, winner)]).toEqual([winner, winner]);
});
