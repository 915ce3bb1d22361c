import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditions, findCondition } from './parts/condition.ts';
import { refer } from './parts/refer.ts';
import { flag, type Infer, number, part, text } from './parts/schema.ts';

const ApiServiceFields = part({
  spec: part({
    group: text,
    version: text,
    service: part({ namespace: text, name: text, port: number }),
    insecureSkipTLSVerify: flag,
    groupPriorityMinimum: number,
    versionPriority: number,
  }),
  status: part({ conditions }),
});
type ApiServiceFields = Read<Infer<typeof ApiServiceFields>>;

export const apiService = defineKind({
  group: 'apiregistration.k8s.io',
  kind: 'APIService',
  plural: 'apiservices',
  namespaced: false,
  category: 'extension',
  glyph: 'apiservice',
  role: 'One version of one API group, and who answers for it: the API server itself or a Service it passes requests on to.',
  breaks:
    'If a Service answers for it, its kinds vanish from the API and whoever reads them gets errors. The API server restores those it answers itself.',
  schema: ApiServiceFields,
  columns: {
    Name: nameCell,
    Service: ({ spec }) =>
      spec?.service === undefined ? 'Local' : `${spec.service.namespace}/${spec.service.name}`,
    Available: availableCell,
    Age: ageCell,
  },
  facts: {
    'API group': ({ spec }) => spec?.group || 'core',
    Version: ({ spec }) => spec?.version,
    'Answered by': ({ spec }) =>
      spec?.service === undefined ? 'the API server itself' : 'an extension API server',
    Certificate: ({ spec }) =>
      spec?.insecureSkipTLSVerify === true
        ? 'not verified: whoever answers at the Service is believed'
        : undefined,
    Priority: ({ spec }) =>
      `group ${spec?.groupPriorityMinimum ?? 0}, version ${spec?.versionPriority ?? 0}`,
    Message: (service) => available(service)?.message,
    'Kept by': ({ metadata }) =>
      metadata.labels?.['kube-aggregator.kubernetes.io/automanaged'] === undefined
        ? undefined
        : 'the API server',
  },
  health: healthOf,
  references: ({ spec }) =>
    refer('routes', 'Service', {
      name: spec?.service?.name,
      namespace: spec?.service?.namespace,
      path: 'spec.service.name',
      detail: `port ${spec?.service?.port ?? 443}`,
    }),
});

function available({ status }: ApiServiceFields) {
  return findCondition(status?.conditions, 'Available');
}

/** AVAILABLE: the status of the condition, with its reason unless it is True. */
function availableCell(service: ApiServiceFields): string {
  const { status = 'Unknown', reason } = available(service) ?? {};
  return status === 'True' || reason === undefined ? status : `${status} (${reason})`;
}

function healthOf(service: ApiServiceFields): Health {
  const { status, reason } = available(service) ?? {};
  if (status === 'True') return { state: 'ok', word: 'Available' };
  return { state: status === 'False' ? 'bad' : 'unknown', word: reason || 'Unknown' };
}
