import { expect, test } from 'vitest';
import { object, pod } from '#tests/fixtures/builders.ts';
import {
  app,
  clusterWide,
  edgesOf,
  labelled,
  made,
  type Row,
  stub,
  webPod,
} from '#tests/fixtures/reference-paths.ts';

const admission = 'admissionregistration.k8s.io';
const client = { service: { namespace: 'shop', name: 's' } };

const rows: readonly Row[] = [
  ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
    (kind): Row => ({
      path: `${kind} webhooks[]`,
      from: clusterWide(`${admission}/v1`, kind, {
        webhooks: [
          {
            name: 'w',
            clientConfig: client,
            rules: [{ apiGroups: [''], resources: ['pods', 'pods/log'] }],
            namespaceSelector: { matchLabels: { team: 'b' } },
            objectSelector: app,
          },
        ],
      }),
      others: [
        labelled('Namespace/blog', { team: 'b' }),
        labelled('Namespace/shop', {}),
        webPod,
        pod('blog/web', { app: 'web' }),
      ],
      edges: [
        'calls Service/shop/s @ webhooks[name=w].clientConfig.service.name',
        'watches Namespace/blog @ webhooks[name=w].namespaceSelector',
        'checks Pod/blog/web @ webhooks[name=w].objectSelector',
      ],
    }),
  ),
  {
    path: 'CustomResourceDefinition spec.conversion.webhook.clientConfig.service',
    from: clusterWide('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      spec: { conversion: { webhook: { clientConfig: client } } },
    }),
    edges: ['calls Service/shop/s @ spec.conversion.webhook.clientConfig.service.name'],
  },
  {
    path: 'APIService spec.service',
    from: clusterWide('apiregistration.k8s.io/v1', 'APIService', { spec: client }),
    edges: ['routes Service/shop/s @ spec.service.name'],
  },
  ...['Validating', 'Mutating'].map(
    (word): Row => ({
      path: `${word}AdmissionPolicyBinding spec.policyName, spec.paramRef`,
      from: clusterWide(`${admission}/v1`, `${word}AdmissionPolicyBinding`, {
        spec: {
          policyName: 'p',
          paramRef: { name: 'x', namespace: 'shop', parameterNotFoundAction: 'Deny' },
        },
      }),
      others: [
        {
          ...stub(`${word}AdmissionPolicy.${admission}/p`),
          spec: { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } },
        },
      ],
      edges: [
        `policy ${word}AdmissionPolicy.${admission}/p @ spec.policyName`,
        'parameters ConfigMap/shop/x @ spec.paramRef.name',
      ],
    }),
  ),
  {
    path: 'FlowSchema spec.priorityLevelConfiguration.name',
    from: clusterWide('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', {
      spec: { priorityLevelConfiguration: { name: 'x' } },
    }),
    edges: [
      'priority PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io/x @ spec.priorityLevelConfiguration.name',
    ],
  },
  {
    path: 'a custom resource, of its CustomResourceDefinition',
    from: made('example.com/v1', 'Garden', {}),
    others: [object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'gardens.example.com')],
    edges: [
      'defines CustomResourceDefinition.apiextensions.k8s.io/gardens.example.com @ apiVersion',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('extension: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});
