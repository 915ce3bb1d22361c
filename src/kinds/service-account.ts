import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { flag, list, part, text } from './parts/schema.ts';

const named = list(part({ name: text }));

/** Annotations that exchange a pod's token for an identity of the cloud, by provider. */
const cloudIdentities: Readonly<Record<string, string>> = {
  'eks.amazonaws.com/role-arn': 'AWS role',
  'iam.gke.io/gcp-service-account': 'Google service account',
  'azure.workload.identity/client-id': 'Azure client',
};

export const serviceAccount = defineKind({
  group: '',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  shortNames: ['sa'],
  namespaced: true,
  category: 'access',
  glyph: 'serviceaccount',
  role: 'An identity for the processes in pods: rights are granted to it, and pods that run as it have them.',
  breaks:
    'Pods that run as it can no longer prove who they are to the API server, and no new pod can start as it.',
  schema: part({
    automountServiceAccountToken: flag,
    secrets: named,
    imagePullSecrets: named,
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    'Known to the API server as': ({ metadata: { namespace, name } }) =>
      namespace && `system:serviceaccount:${namespace}:${name}`,
    Token: ({ automountServiceAccountToken: mounted }) =>
      mounted === false ? 'not mounted, unless the pod asks' : 'mounted, unless the pod declines',
    'Cloud identity': ({ metadata }) =>
      Object.entries(cloudIdentities).flatMap(([key, label]) => {
        const value = metadata.annotations?.[key];
        return value === undefined ? [] : [`${label} ${value}`];
      }),
    Secrets: ({ secrets }) => secrets.map(({ name = '' }) => name),
    'Image pull secrets': ({ imagePullSecrets }) => imagePullSecrets.map(({ name = '' }) => name),
  },
  references: ({ metadata: { namespace }, secrets, imagePullSecrets }) => [
    ...secrets.flatMap(({ name }) =>
      refer('credentials', 'Secret', { name, namespace, path: `secrets[name=${name}].name` }),
    ),
    ...imagePullSecrets.flatMap(({ name }) =>
      refer('pulls', 'Secret', { name, namespace, path: `imagePullSecrets[name=${name}].name` }),
    ),
  ],
});
