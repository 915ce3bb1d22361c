import { defineKind, type Health, type Read } from './kind.ts';
import { ClientConfig, clientReference } from './parts/client-config.ts';
import { nameCell } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { createdCell } from './parts/created-cell.ts';
import { flag, type Infer, list, part, text } from './parts/schema.ts';

const Version = part({ name: text, served: flag, storage: flag, deprecated: flag });

const DefinitionFields = part({
  spec: part({
    group: text,
    scope: text,
    names: part({ kind: text, shortNames: list(text), categories: list(text) }),
    versions: list(Version),
    conversion: part({
      strategy: text,
      webhook: part({ clientConfig: ClientConfig }),
      // apiextensions.k8s.io/v1beta1.
      webhookClientConfig: ClientConfig,
    }),
  }),
  status: part({ conditions, storedVersions: list(text) }),
});
type DefinitionFields = Read<Infer<typeof DefinitionFields>>;

export const customResourceDefinition = defineKind({
  group: 'apiextensions.k8s.io',
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  shortNames: ['crd', 'crds'],
  namespaced: false,
  category: 'extension',
  glyph: 'crd',
  role: 'Adds a kind of its own to the API: its name, its versions and what its objects look like.',
  breaks: 'Every object of its kind is deleted with it, in all namespaces.',
  schema: DefinitionFields,
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Kind: ({ spec }) => spec?.names?.kind,
    'API group': ({ spec }) => spec?.group,
    Objects: ({ spec }) => scopes[spec?.scope ?? ''],
    'Short names': ({ spec }) => spec?.names?.shortNames,
    Categories: ({ spec }) => spec?.names?.categories,
    Versions: ({ spec }) => spec?.versions.map(versionLine),
    'Versions ever stored': ({ status }) => status?.storedVersions,
    'Between versions': ({ spec }) =>
      spec?.conversion?.strategy === 'Webhook' ? 'a webhook converts' : 'nothing is converted',
    Trouble: ({ status }) =>
      status?.conditions.filter((each) => each.status === 'False').map(conditionLine),
  },
  health: healthOf,
  references: ({ spec }) => [
    ...clientReference(
      spec?.conversion?.webhook?.clientConfig,
      'spec.conversion.webhook.clientConfig',
      'conversion between versions',
    ),
    ...clientReference(
      spec?.conversion?.webhookClientConfig,
      'spec.conversion.webhookClientConfig',
      'conversion between versions',
    ),
  ],
});

const scopes: Readonly<Record<string, string>> = {
  Namespaced: 'in namespaces',
  Cluster: 'cluster-scoped',
};

function versionLine({ name = '', served, storage, deprecated }: Infer<typeof Version>): string {
  const marks = [
    served === true ? 'served' : 'not served',
    storage === true ? 'stored' : '',
    deprecated === true ? 'deprecated' : '',
  ];
  return `${name} ${marks.filter((mark) => mark !== '').join(', ')}`;
}

function healthOf({ status }: DefinitionFields): Health | undefined {
  const established = findCondition(status?.conditions, 'Established');
  if (established === undefined) return undefined;
  if (established.status === 'True') return { state: 'ok', word: 'Established' };
  return { state: 'bad', word: established.reason || 'Not established' };
}
