/** Who may do what: accounts, roles and bindings. */
import { list, part, text } from '#kinds/parts/schema.ts';
import { subjects } from '#kinds/parts/subject.ts';
import { groupOf } from '#snapshot/kube-object.ts';
import type { Describer } from './describer.ts';
import { group, table, value, values } from './description.ts';
import { metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';

const ServiceAccount = part({ imagePullSecrets: list(part({ name: text })) });

/** Tokens are no longer kept in Secrets, so kubectl names the pull secrets only. */
export const describeServiceAccount: Describer = ({ entry: { object } }) => {
  const secrets = ServiceAccount.read(object)?.imagePullSecrets ?? [];
  const { namespace } = object.metadata;
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    values(
      'Image pull secrets',
      secrets.map(({ name }) => naming({ kind: 'Secret' }, name, namespace)),
    ),
  ];
};

const Binding = part({ roleRef: part({ apiGroup: text, kind: text, name: text }), subjects });

/** For both kinds of binding; a ClusterRole has no namespace, whoever binds it. */
export const describeRoleBinding: Describer = ({ entry: { object } }) => {
  const { roleRef, subjects: bound } = Binding.read(object) ?? { subjects: [] };
  const { kind = '', name } = roleRef ?? {};
  const home = kind === 'Role' ? object.metadata.namespace : undefined;
  return [
    nameItem(object),
    ...metadataItems(object),
    group('Role', [
      value('Kind', kind),
      value('Name', naming({ group: groupOf(object.apiVersion), kind }, name, home)),
    ]),
    table(
      'Subjects',
      ['Kind', 'Name', 'Namespace'],
      bound.map((each) => [
        each.kind ?? '',
        each.kind === 'ServiceAccount'
          ? naming({ kind: 'ServiceAccount' }, each.name, each.namespace)
          : (each.name ?? ''),
        each.namespace ?? '',
      ]),
    ),
  ];
};
