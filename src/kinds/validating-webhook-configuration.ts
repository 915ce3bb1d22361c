import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { WebhookFields, webhookFacts, webhookReferences } from './parts/webhooks.ts';

export const validatingWebhookConfiguration = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingWebhookConfiguration',
  plural: 'validatingwebhookconfigurations',
  namespaced: false,
  category: 'extension',
  glyph: 'webhook',
  role: 'Refuses requests to the API server that a webhook objects to.',
  breaks: 'Requests are no longer checked by its webhooks, so what they refused until now gets in.',
  schema: WebhookFields,
  columns: {
    Name: nameCell,
    Webhooks: ({ webhooks }) => String(webhooks.length),
    Age: ageCell,
  },
  facts: webhookFacts,
  references: webhookReferences,
});
