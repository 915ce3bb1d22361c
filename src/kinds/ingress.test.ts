import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { ingress } from './ingress.ts';

const context = { now: 0 };

function ingressOf(spec: object, annotations = {}) {
  return object('networking.k8s.io/v1', 'Ingress', 'shop/web', { metadata: { annotations }, spec });
}

test.each([
  [[], '*'],
  [['', ''], '*'],
  [['a', 'b', 'c'], 'a,b,c'],
  [['a', '', 'b', 'c'], 'a,b,c'],
  [['a', 'b', 'c', ''], 'a,b,c + 1 more...'],
  [['a', '', 'b', 'c', 'd'], 'a,b,c + 2 more...'],
  [['a', 'a', 'a'], 'a,a,a'],
])('HOSTS of rules for %j', (hosts, printed) => {
  const rules = hosts.map((host) => ({ host }));
  expect(ingress.cells(ingressOf({ rules }), context)[2]).toBe(printed);
});

/** One line an edge. */
function lines(spec: object, annotations?: object): readonly string[] {
  return ingress.references(ingressOf(spec, annotations)).map((reference) => {
    const { relation, to, path, detail, optional } = reference;
    const target = [to.kind, to.namespace, to.by === 'name' && to.name].filter(Boolean).join('/');
    return `${relation} ${target} @ ${path}${detail ? ` (${detail})` : ''}${optional ? ' optional' : ''}`;
  });
}

test('an Ingress routes to Services by the name or number of a port, and takes certificates', () => {
  const spec = {
    ingressClassName: 'nginx',
    defaultBackend: { service: { name: 'fallback', port: { number: 80 } } },
    rules: [
      {
        host: 'shop.example.com',
        http: {
          paths: [{ path: '/api', backend: { service: { name: 'api', port: { name: 'http' } } } }],
        },
      },
      {
        http: {
          paths: [{ backend: { resource: { apiGroup: 'x.io', kind: 'Bucket', name: 'b' } } }],
        },
      },
    ],
    tls: [{ secretName: 'shop-tls', hosts: ['shop.example.com'] }, { hosts: ['other'] }],
  };
  expect(lines(spec)).toEqual([
    'class IngressClass/nginx @ spec.ingressClassName',
    'routes Service/shop/fallback @ spec.defaultBackend.service.name (everything else to port 80)',
    'routes Service/shop/api @ spec.rules[0].http.paths[0].backend.service.name (shop.example.com/api to port http)',
    'routes Bucket/shop/b @ spec.rules[1].http.paths[0].backend.resource.name (*/)',
    'certificate Secret/shop/shop-tls @ spec.tls[0].secretName (shop.example.com)',
  ]);
});

test('an Ingress of the versions before names its Services, port and class in the old way', () => {
  const spec = {
    backend: { serviceName: 'fallback', servicePort: 'http' },
    rules: [
      { host: 'h', http: { paths: [{ backend: { serviceName: 'api', servicePort: 8080 } }] } },
    ],
  };
  expect(lines(spec, { 'kubernetes.io/ingress.class': 'nginx' })).toEqual([
    'class IngressClass/nginx @ metadata.annotations["kubernetes.io/ingress.class"] optional',
    'routes Service/shop/fallback @ spec.backend.serviceName (everything else to port http)',
    'routes Service/shop/api @ spec.rules[0].http.paths[0].backend.serviceName (h/ to port 8080)',
  ]);
});
