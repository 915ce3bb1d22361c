import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions, findCondition } from './parts/condition.ts';
import {
  certificateRef,
  certificateReference,
  listenerLine,
  listenerReferences,
  listeners,
} from './parts/gateway-listener.ts';
import { refer } from './parts/refer.ts';
import { list, part, text } from './parts/schema.ts';

export const gateway = defineKind({
  group: 'gateway.networking.k8s.io',
  kind: 'Gateway',
  plural: 'gateways',
  shortNames: ['gtw'],
  namespaced: true,
  category: 'network',
  glyph: 'gateway',
  role: 'A way into the cluster: addresses and listeners to which routes attach.',
  breaks: 'Traffic from outside no longer arrives at the routes attached to it.',
  schema: part({
    spec: part({
      gatewayClassName: text,
      listeners,
      tls: part({
        frontend: part({
          default: part({ validation: part({ caCertificateRefs: list(certificateRef) }) }),
        }),
        backend: part({ clientCertificateRef: certificateRef }),
      }),
      infrastructure: part({ parametersRef: part({ group: text, kind: text, name: text }) }),
    }),
    status: part({ conditions, addresses: list(part({ type: text, value: text })) }),
  }),
  columns: {
    Name: nameCell,
    Class: ({ spec }) => spec?.gatewayClassName ?? '',
    Address: ({ status }) => status?.addresses[0]?.value ?? '',
    Programmed: ({ status }) => findCondition(status?.conditions, 'Programmed')?.status ?? '',
    Age: ageCell,
  },
  facts: {
    Listeners: ({ spec }) => spec?.listeners.map(listenerLine),
    Addresses: ({ status }) => status?.addresses.map(({ value = '' }) => value),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => conditionHealth(status?.conditions, 'Programmed'),
  references: ({ metadata: { namespace }, spec }) => {
    const { group = '', kind = '', name } = spec?.infrastructure?.parametersRef ?? {};
    return [
      ...refer('class', 'GatewayClass.gateway.networking.k8s.io', {
        name: spec?.gatewayClassName,
        path: 'spec.gatewayClassName',
      }),
      ...listenerReferences(spec?.listeners ?? [], namespace),
      ...(spec?.tls?.frontend?.default?.validation?.caCertificateRefs ?? []).flatMap((ref) =>
        certificateReference(ref, {
          namespace,
          path: `spec.tls.frontend.default.validation.caCertificateRefs[name=${ref.name}].name`,
          detail: 'whose clients to trust',
        }),
      ),
      ...certificateReference(spec?.tls?.backend?.clientCertificateRef ?? {}, {
        namespace,
        path: 'spec.tls.backend.clientCertificateRef.name',
        detail: 'shown to Services',
      }),
      ...refer('parameters', groupKindKey({ group, kind }), {
        name,
        namespace,
        path: 'spec.infrastructure.parametersRef.name',
      }),
    ];
  },
});
