import { expect, test } from 'vitest';
import { httpRoute } from './http-route.ts';

const route = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'checkout', namespace: 'shop' },
  spec: {
    parentRefs: [{ name: 'public', namespace: 'infra', sectionName: 'https' }],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/pay' } }],
        backendRefs: [{ name: 'checkout', port: 8080, weight: 90 }],
        filters: [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'shadow' } } }],
      },
    ],
  },
};

test('a route attaches to its Gateway and routes to Services, by path and weight', () => {
  expect(httpRoute.references(route)).toEqual([
    {
      relation: 'attachesTo',
      path: 'spec.parentRefs[name=public].name',
      to: {
        by: 'name',
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        namespace: 'infra',
        name: 'public',
      },
      detail: 'listener https',
    },
    {
      relation: 'routes',
      path: 'spec.rules[0].backendRefs[name=checkout].name',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'checkout' },
      detail: 'path /pay, port 8080, weight 90',
    },
    {
      relation: 'routes',
      path: 'spec.rules[0].filters[0].requestMirror.backendRef.name',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'shadow' },
      detail: 'a copy of each request',
    },
  ]);
});

test('a route is bad as soon as one Gateway refuses it, and says nothing before any has looked', () => {
  const parents = [
    { conditions: [{ type: 'Accepted', status: 'True' }] },
    { conditions: [{ type: 'ResolvedRefs', status: 'False', reason: 'BackendNotFound' }] },
  ];
  expect(httpRoute.health({ ...route, status: { parents } }, { now: 0 })).toEqual({
    state: 'bad',
    word: 'BackendNotFound',
  });
  expect(httpRoute.health(route, { now: 0 })).toBeUndefined();
});
