import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { WebhookFields, webhookFacts, webhookReferences } from './parts/webhooks.ts';

export const mutatingWebhookConfiguration = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingWebhookConfiguration',
  plural: 'mutatingwebhookconfigurations',
  namespaced: false,
  category: 'extension',
  glyph: 'webhook',
  role: 'Lets webhooks change objects on their way into the API server, before they are stored.',
  breaks:
    'New objects are stored without what its webhooks add, such as sidecar containers, defaults or credentials.',
  schema: WebhookFields,
  columns: {
    Name: nameCell,
    Webhooks: ({ webhooks }) => String(webhooks.length),
    Age: ageCell,
  },
  facts: webhookFacts,
  references: webhookReferences,
});
