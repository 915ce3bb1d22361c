import { expect, test } from 'vitest';
import { pod } from '#tests/fixtures/builders.ts';
import {
  app,
  clusterWide,
  edgesOf,
  expression,
  labelled,
  made,
  otherPod,
  type Row,
  webPod,
} from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'Service spec.selector',
    from: made('v1', 'Service', { spec: { selector: { app: 'web' } } }),
    others: [webPod, otherPod, pod('blog/web', { app: 'web' })],
    edges: ['selects Pod/shop/web @ spec.selector'],
  },
  {
    path: 'Service spec.externalName',
    from: made('v1', 'Service', {
      spec: { type: 'ExternalName', externalName: 'x.blog.svc.cluster.local' },
    }),
    edges: ['routes Service/blog/x @ spec.externalName'],
  },
  {
    path: 'EndpointSlice metadata.labels[kubernetes.io/service-name], endpoints[].targetRef',
    from: made('discovery.k8s.io/v1', 'EndpointSlice', {
      metadata: { labels: { 'kubernetes.io/service-name': 'x' } },
      endpoints: [{ targetRef: { kind: 'Pod', namespace: 'shop', name: 'p' } }],
    }),
    edges: [
      'serves Service/shop/x @ metadata.labels["kubernetes.io/service-name"]',
      'endpoint Pod/shop/p @ endpoints[0].targetRef.name',
    ],
  },
  {
    path: 'EndpointSlice endpoints[].nodeName',
    from: made('discovery.k8s.io/v1', 'EndpointSlice', { endpoints: [{ nodeName: 'x' }] }),
    edges: ['endpoint Node/x @ endpoints[0].nodeName'],
  },
  {
    path: 'Endpoints metadata.name, subsets[].addresses[], subsets[].notReadyAddresses[]',
    from: made('v1', 'Endpoints', {
      subsets: [
        {
          addresses: [{ targetRef: { kind: 'Pod', namespace: 'shop', name: 'p' } }],
          notReadyAddresses: [{ nodeName: 'x' }],
        },
      ],
    }),
    edges: [
      'serves Service/shop/a @ metadata.name optional',
      'endpoint Pod/shop/p @ subsets[0].addresses[0].targetRef.name',
      'endpoint Node/x @ subsets[0].notReadyAddresses[0].nodeName',
    ],
  },
  {
    path: 'Ingress spec.ingressClassName, spec.defaultBackend, spec.tls[].secretName',
    from: made('networking.k8s.io/v1', 'Ingress', {
      spec: {
        ingressClassName: 'x',
        defaultBackend: { service: { name: 's', port: { number: 80 } } },
        tls: [{ secretName: 't' }],
      },
    }),
    edges: [
      'class IngressClass.networking.k8s.io/x @ spec.ingressClassName',
      'routes Service/shop/s @ spec.defaultBackend.service.name',
      'certificate Secret/shop/t @ spec.tls[0].secretName',
    ],
  },
  {
    path: 'Ingress metadata.annotations[kubernetes.io/ingress.class]',
    from: made('networking.k8s.io/v1', 'Ingress', {
      metadata: { annotations: { 'kubernetes.io/ingress.class': 'x' } },
    }),
    edges: [
      'class IngressClass.networking.k8s.io/x @ metadata.annotations["kubernetes.io/ingress.class"] optional',
    ],
  },
  {
    path: 'Ingress spec.rules[].http.paths[].backend',
    from: made('networking.k8s.io/v1', 'Ingress', {
      spec: {
        rules: [
          {
            http: {
              paths: [
                { path: '/', backend: { service: { name: 's' } } },
                {
                  path: '/r',
                  backend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'x' } },
                },
              ],
            },
          },
        ],
      },
    }),
    edges: [
      'routes Service/shop/s @ spec.rules[0].http.paths[0].backend.service.name',
      'routes Bucket.example.com/shop/x @ spec.rules[0].http.paths[1].backend.resource.name',
    ],
  },
  {
    path: 'IngressClass spec.parameters',
    from: clusterWide('networking.k8s.io/v1', 'IngressClass', {
      spec: {
        parameters: {
          apiGroup: 'example.com',
          kind: 'Params',
          name: 'x',
          scope: 'Namespace',
          namespace: 'shop',
        },
      },
    }),
    edges: ['parameters Params.example.com/shop/x @ spec.parameters.name'],
  },
  {
    path: 'NetworkPolicy spec.podSelector, ingress[].from[], egress[].to[]',
    from: made('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: app,
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'db' } } }] }],
        egress: [{ to: [{ namespaceSelector: { matchLabels: { team: 'b' } } }] }],
      },
    }),
    others: [
      webPod,
      otherPod,
      labelled('Namespace/blog', { team: 'b' }),
      labelled('Namespace/shop', {}),
    ],
    edges: [
      'selects Pod/shop/web @ spec.podSelector',
      'allows Pod/shop/other @ spec.ingress[0].from[0].podSelector',
      'allows Namespace/blog @ spec.egress[0].to[0].namespaceSelector',
    ],
  },
  {
    path: 'NetworkPolicy …podSelector with namespaceSelector',
    from: made('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: { matchLabels: { app: 'none' } },
        ingress: [
          {
            from: [
              {
                podSelector: expression,
                namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
              },
            ],
          },
        ],
      },
    }),
    others: [
      webPod,
      pod('blog/web', { app: 'api' }),
      labelled('Namespace/blog', { team: 'b' }),
      labelled('Namespace/shop', {}),
    ],
    edges: ['allows Pod/blog/web @ spec.ingress[0].from[0].podSelector'],
  },
  {
    path: 'IPAddress spec.parentRef',
    from: clusterWide('networking.k8s.io/v1', 'IPAddress', {
      spec: { parentRef: { group: '', resource: 'services', namespace: 'shop', name: 'x' } },
    }),
    edges: ['address Service/shop/x @ spec.parentRef.name'],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('network: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
