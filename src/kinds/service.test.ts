import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { service } from './service.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

function serviceOf(spec: object, status: object = {}) {
  return object('v1', 'Service', 'shop/web', { spec, status });
}

/** TYPE, CLUSTER-IP, EXTERNAL-IP and PORT(S). */
function cells(spec: object, status?: object): readonly string[] {
  return service.cells(serviceOf(spec, status), context).slice(1, 5);
}

const ingress = [{ hostname: 'b.example.com' }, { ip: '203.0.113.7' }, { ip: '203.0.113.7' }];

test.each<[string, object, object, readonly string[]]>([
  [
    'cluster IP, and its ports',
    { clusterIPs: ['10.0.0.1'], ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }] },
    {},
    ['ClusterIP', '10.0.0.1', '<none>', '53/UDP,53/TCP'],
  ],
  [
    'cluster IP as old servers write it',
    { type: 'ClusterIP', clusterIP: '10.0.0.1', externalIPs: ['192.0.2.1', '192.0.2.2'] },
    {},
    ['ClusterIP', '10.0.0.1', '192.0.2.1,192.0.2.2', '<none>'],
  ],
  ['None when headless', { clusterIPs: ['None'] }, {}, ['ClusterIP', 'None', '<none>', '<none>']],
  [
    'node port beside the port',
    { type: 'NodePort', ports: [{ port: 80, nodePort: 30080, protocol: 'TCP' }] },
    {},
    ['NodePort', '<none>', '<none>', '80:30080/TCP'],
  ],
  [
    'addresses of the load balancer, sorted, each once',
    { type: 'LoadBalancer', externalIPs: ['192.0.2.1'] },
    { loadBalancer: { ingress } },
    ['LoadBalancer', '<none>', '203.0.113.7,b.example.com,192.0.2.1', '<none>'],
  ],
  [
    'that the load balancer is not there yet',
    { type: 'LoadBalancer' },
    { loadBalancer: {} },
    ['LoadBalancer', '<none>', '<pending>', '<none>'],
  ],
  [
    'external name',
    { type: 'ExternalName', externalName: 'db.example.com' },
    {},
    ['ExternalName', '<none>', 'db.example.com', '<none>'],
  ],
])('a Service prints its %s', (_, spec, status, printed) => {
  expect(cells(spec, status)).toEqual(printed);
});

test('a Service selects pods of its namespace, and tells the ports on the way', () => {
  const ports = [{ port: 80, targetPort: 'http' }, { port: 443 }];
  expect(service.references(serviceOf({ selector: { app: 'web' }, ports }))).toEqual([
    {
      relation: 'selects',
      path: 'spec.selector',
      to: {
        by: 'selector',
        group: '',
        kind: 'Pod',
        namespace: 'shop',
        selector: { matchLabels: { app: 'web' } },
      },
      detail: 'ports 80 → http, 443',
    },
  ]);
});

test('a Service with an empty selector, with none, or with an external name selects nothing', () => {
  const external = { type: 'ExternalName', selector: { app: 'web' } };
  for (const spec of [{ selector: {} }, {}, external]) {
    expect(service.references(serviceOf(spec))).toEqual([]);
  }
});
