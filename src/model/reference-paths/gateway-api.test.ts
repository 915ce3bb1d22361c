import { expect, test } from 'vitest';
import { clusterWide, edgesOf, made, type Row } from '#tests/fixtures/reference-paths.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const route = {
  parentRefs: [{ name: 'g', namespace: 'edge', sectionName: 'https' }],
  rules: [
    {
      backendRefs: [{ name: 's', port: 80 }],
      filters: [
        { requestMirror: { backendRef: { name: 'm' } } },
        { extensionRef: { group: 'example.com', kind: 'Filter', name: 'f' } },
      ],
    },
  ],
};

const rows: readonly Row[] = [
  {
    path: 'GatewayClass spec.parametersRef',
    from: clusterWide(`${gatewayApi}/v1`, 'GatewayClass', {
      spec: {
        parametersRef: { group: 'example.com', kind: 'Params', name: 'x', namespace: 'shop' },
      },
    }),
    edges: ['parameters Params.example.com/shop/x @ spec.parametersRef.name'],
  },
  {
    path: 'Gateway spec.gatewayClassName, spec.listeners[].tls.certificateRefs[]',
    from: made(`${gatewayApi}/v1`, 'Gateway', {
      spec: {
        gatewayClassName: 'x',
        listeners: [{ name: 'l', tls: { certificateRefs: [{ name: 't', namespace: 'edge' }] } }],
        tls: { backend: { clientCertificateRef: { name: 'c' } } },
      },
    }),
    edges: [
      `class GatewayClass.${gatewayApi}/x @ spec.gatewayClassName`,
      'certificate Secret/edge/t @ spec.listeners[name=l].tls.certificateRefs[name=t].name',
      'certificate Secret/shop/c @ spec.tls.backend.clientCertificateRef.name',
    ],
  },
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
    (kind): Row => ({
      path: `${kind} spec.parentRefs[], spec.rules[]`,
      from: made(`${gatewayApi}/v1`, kind, { spec: route }),
      edges: [
        `attachesTo Gateway.${gatewayApi}/edge/g @ spec.parentRefs[name=g].name`,
        'routes Service/shop/s @ spec.rules[0].backendRefs[name=s].name',
        'routes Service/shop/m @ spec.rules[0].filters[0].requestMirror.backendRef.name',
        'policy Filter.example.com/shop/f @ spec.rules[0].filters[1].extensionRef.name',
      ],
    }),
  ),
  {
    path: 'ReferenceGrant spec.from[], spec.to[]',
    from: made(`${gatewayApi}/v1beta1`, 'ReferenceGrant', {
      spec: {
        from: [{ group: gatewayApi, kind: 'HTTPRoute', namespace: 'edge' }],
        to: [{ group: '', kind: 'Service', name: 's' }],
      },
    }),
    edges: [
      'permits Namespace/edge @ spec.from[0].namespace optional',
      'permits Service/shop/s @ spec.to[0].name optional',
    ],
  },
  {
    path: 'ListenerSet spec.parentRef',
    from: made(`${gatewayApi}/v1`, 'ListenerSet', { spec: { parentRef: { name: 'g' } } }),
    edges: [`attachesTo Gateway.${gatewayApi}/shop/g @ spec.parentRef.name`],
  },
  {
    path: 'BackendTLSPolicy spec.targetRefs[], spec.validation.caCertificateRefs[]',
    from: made(`${gatewayApi}/v1`, 'BackendTLSPolicy', {
      spec: {
        targetRefs: [{ group: '', kind: 'Service', name: 's' }],
        validation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'c' }] },
      },
    }),
    edges: [
      'policy Service/shop/s @ spec.targetRefs[name=s].name',
      'certificate ConfigMap/shop/c @ spec.validation.caCertificateRefs[name=c].name',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('the Gateway API: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
