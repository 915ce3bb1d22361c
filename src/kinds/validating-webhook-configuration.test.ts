import { expect, test } from 'vitest';
import { validatingWebhookConfiguration } from './validating-webhook-configuration.ts';

const configuration = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'guard' },
  webhooks: [
    {
      name: 'guard.example.com',
      clientConfig: { service: { namespace: 'guard', name: 'web', path: '/check' } },
      rules: [{ operations: ['CREATE'], apiGroups: ['apps'], resources: ['deployments'] }],
      failurePolicy: 'Fail',
      namespaceSelector: { matchLabels: { guarded: 'yes' } },
    },
    { name: 'far.example.com', clientConfig: { url: 'https://far.example.com' } },
  ],
};

test('a webhook calls the Service it names; one that names an address is no edge', () => {
  const [calls, watches, ...others] = validatingWebhookConfiguration.references(configuration);
  expect([calls, others]).toEqual([
    {
      relation: 'calls',
      path: 'webhooks[name=guard.example.com].clientConfig.service.name',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'guard', name: 'web' },
      detail: 'webhook guard.example.com, port 443, path /check',
    },
    [],
  ]);
  expect(watches).toMatchObject({
    relation: 'watches',
    path: 'webhooks[name=guard.example.com].namespaceSelector',
    to: { by: 'selector', kind: 'Namespace', selector: { matchLabels: { guarded: 'yes' } } },
  });
});

test('the facts of a webhook say what it is asked about and what happens without it', () => {
  expect(validatingWebhookConfiguration.facts(configuration, { now: 0 })).toEqual([
    { label: 'Asked about', value: ['guard.example.com: CREATE of deployments in apps'] },
    {
      label: 'Answered by',
      value: ['guard.example.com: Service guard/web', 'far.example.com: https://far.example.com'],
    },
    {
      label: 'When it does not answer',
      value: [
        'guard.example.com: the request is refused after 10s',
        'far.example.com: the request is refused after 10s',
      ],
    },
    { label: 'Only in namespaces with', value: ['guard.example.com: guarded=yes'] },
  ]);
});
