import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { gatewayGroup } from './parts/gateway-route.ts';
import { refer } from './parts/refer.ts';
import { list, part, text } from './parts/schema.ts';

const target = { group: text, kind: text, name: text };

export const backendTlsPolicy = defineKind({
  group: gatewayGroup,
  kind: 'BackendTLSPolicy',
  plural: 'backendtlspolicies',
  shortNames: ['btlspolicy'],
  namespaced: true,
  category: 'network',
  glyph: 'networkpolicy',
  role: 'Has Gateways speak TLS with the pods of a Service, and says whose certificate they must show.',
  breaks: 'Gateways speak plain HTTP with the Service, whose pods typically refuse it.',
  schema: part({
    spec: part({
      targetRefs: list(part({ ...target, sectionName: text })),
      validation: part({
        hostname: text,
        wellKnownCACertificates: text,
        caCertificateRefs: list(part(target)),
      }),
    }),
    status: part({ ancestors: list(part({ conditions })) }),
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    'Expects a certificate for': ({ spec }) => spec?.validation?.hostname,
    Trusts: ({ spec }) => spec?.validation?.wellKnownCACertificates,
    Conditions: ({ status }) =>
      status?.ancestors.flatMap((ancestor) => ancestor.conditions.map(conditionLine)),
  },
  references: ({ metadata: { namespace }, spec }) => [
    ...(spec?.targetRefs ?? []).flatMap(({ group = '', kind = '', name, sectionName }) =>
      refer('policy', groupKindKey({ group, kind }), {
        name,
        namespace,
        path: `spec.targetRefs[name=${name}].name`,
        detail: sectionName && `port ${sectionName}`,
      }),
    ),
    ...(spec?.validation?.caCertificateRefs ?? []).flatMap(({ group = '', kind = '', name }) =>
      refer('certificate', groupKindKey({ group, kind }), {
        name,
        namespace,
        path: `spec.validation.caCertificateRefs[name=${name}].name`,
        detail: 'whom to trust',
      }),
    ),
  ],
});
