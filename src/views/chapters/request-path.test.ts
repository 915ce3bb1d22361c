import { expect, test } from 'vitest';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';
import { requestPath } from './request-path.ts';

const service = object('v1', 'Service', 'shop/web', {
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
});
const pod = object('v1', 'Pod', 'shop/web-1', {
  metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web' } },
  spec: { containers: [{ name: 'web' }], nodeName: 'worker-1' },
  status: { podIP: '10.1.0.4', conditions: [{ type: 'Ready', status: 'True' }] },
});
const slice = object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x7k2p', {
  metadata: {
    name: 'web-x7k2p',
    namespace: 'shop',
    labels: { 'kubernetes.io/service-name': 'web' },
  },
  endpoints: [
    {
      addresses: ['10.1.0.4'],
      conditions: { ready: true },
      targetRef: { kind: 'Pod', name: 'web-1', namespace: 'shop' },
    },
  ],
  ports: [{ name: 'http', port: 8080 }],
});
const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'edge/public', {
  spec: { gatewayClassName: 'envoy', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  status: { addresses: [{ type: 'IPAddress', value: '203.0.113.9' }] },
});
const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'shop/web', {
  spec: {
    parentRefs: [{ name: 'public', namespace: 'edge' }],
    hostnames: ['shop.example.com'],
    rules: [
      { backendRefs: [{ name: 'gone', port: 80 }] },
      {
        matches: [{ path: { type: 'PathPrefix', value: '/cart' } }],
        backendRefs: [{ name: 'web', port: 80 }],
      },
    ],
  },
});
const ofGateway = object('v1', 'Service', 'edge/envoy-public', {
  metadata: {
    name: 'envoy-public',
    namespace: 'edge',
    labels: { 'gateway.networking.k8s.io/gateway-name': 'public' },
  },
  spec: { type: 'LoadBalancer', ports: [{ name: 'http', port: 80, nodePort: 30080 }] },
});
const ingress = object('networking.k8s.io/v1', 'Ingress', 'shop/web', {
  spec: {
    rules: [
      {
        host: 'old.example.com',
        http: {
          paths: [{ path: '/', backend: { service: { name: 'web', port: { number: 80 } } } }],
        },
      },
    ],
  },
});

test('where no Ingress leads to a pod, a route of a Gateway is followed', () => {
  const cluster = clusterOf(snapshotOf(service, pod, slice, gateway, route, ofGateway));
  const path = requestPath(cluster);
  expect(path).toMatchObject({ host: 'shop.example.com', path: '/cart', port: '80' });
  expect([path?.entry, path?.gateway, path?.edge, path?.service, path?.pod].map(nameOf)).toEqual([
    'HTTPRoute web',
    'Gateway public',
    'Service envoy-public',
    'Service web',
    'Pod web-1',
  ]);
  expect(path?.endpoint).toBe('10.1.0.4:8080');
  expect(path?.address?.text).toBe('203.0.113.9');
});

test('the chapter tells the way over the Gateway in its steps', () => {
  const cluster = clusterOf(snapshotOf(service, pod, slice, gateway, route, ofGateway));
  const chapter = walkthrough(cluster).get('traffic-in');
  const text = chapter && textOf(chapter);
  expect(text).toContain('HTTPRoute web says: requests for shop.example.com go to Service web.');
  expect(text).toContain('The route is attached to Gateway public.');
  expect(text).not.toContain('Ingress controller reads');
});

test('an Ingress goes first', () => {
  const cluster = clusterOf(snapshotOf(service, pod, slice, gateway, route, ingress));
  expect(requestPath(cluster)).toMatchObject({ host: 'old.example.com' });
});

test('a route of a Gateway that is not in the snapshot is not followed', () => {
  expect(requestPath(clusterOf(snapshotOf(service, pod, slice, route)))).toBeUndefined();
});

function nameOf(
  entry: { readonly object: { kind: string; metadata: { name: string } } } | undefined,
) {
  return entry && `${entry.object.kind} ${entry.object.metadata.name}`;
}
