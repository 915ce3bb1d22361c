import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { DeviceRequests, requestLines, requestReferences } from './parts/device-requests.ts';
import { part } from './parts/schema.ts';

export const resourceClaimTemplate = defineKind({
  group: 'resource.k8s.io',
  kind: 'ResourceClaimTemplate',
  plural: 'resourceclaimtemplates',
  namespaced: true,
  category: 'machine',
  glyph: 'persistentvolumeclaim',
  role: 'The pattern of a ResourceClaim: each pod that names it gets a claim of its own.',
  breaks: 'New pods that name it wait; pods that run keep their claims.',
  schema: part({ spec: part({ spec: DeviceRequests }) }),
  columns: { Name: nameCell, Age: ageCell },
  facts: { 'Each pod asks for': ({ spec }) => requestLines(spec?.spec) },
  references: ({ spec }) => requestReferences(spec?.spec, 'spec.spec'),
});
