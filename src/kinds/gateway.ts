import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionHealth, conditionLine, conditions, findCondition } from './parts/condition.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';

const Listener = part({
  name: text,
  hostname: text,
  port: number,
  protocol: text,
  tls: part({
    mode: text,
    certificateRefs: list(part({ group: text, kind: text, name: text, namespace: text })),
  }),
});
type Listener = Infer<typeof Listener>;

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
      listeners: list(Listener),
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
      ...(spec?.listeners ?? []).flatMap((listener) => certificates(listener, namespace)),
      ...refer('parameters', groupKindKey({ group, kind }), {
        name,
        namespace,
        path: 'spec.infrastructure.parametersRef.name',
      }),
    ];
  },
});

function listenerLine({ name = '', protocol = '', port = 0, hostname, tls }: Listener): string {
  const host = hostname === undefined ? '' : ` for ${hostname}`;
  return `${name}: ${protocol} ${port}${host}${tls?.mode === 'Passthrough' ? ', TLS passed on' : ''}`;
}

function certificates({ name: listener, tls }: Listener, namespace: string | undefined) {
  return (tls?.certificateRefs ?? []).flatMap(({ group = '', kind = 'Secret', ...ref }) =>
    refer('certificate', groupKindKey({ group, kind }), {
      name: ref.name,
      namespace: ref.namespace ?? namespace,
      path: `spec.listeners[name=${listener}].tls.certificateRefs[name=${ref.name}].name`,
      detail: `listener ${listener}`,
    }),
  );
}
