/** Who may do what in a namespace. */
import type { PolicyRule } from '#kinds/parts/policy-rule.ts';
import type { Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { type Grant, grantsOf, powersOf, rulesOf } from '#views/chapters/rights.ts';
import { groupsOfAccounts } from '#views/group-bindings.ts';
import type { Links } from '#views/links.ts';
import {
  cell,
  type PageSection,
  refProse,
  type SectionCell,
  type SectionRow,
} from '#views/section.ts';
import { count } from '#views/words.ts';

const bindingGroup = 'rbac.authorization.k8s.io';
const maxRows = 40;
/** Resources told of a role; its page has them all. */
const maxResources = 4;

/** Rights by RoleBindings of the namespace, and those of the whole cluster that matter here, powerful ones first. */
export function accessSection(model: Model, links: Links, namespace: string): PageSection {
  const grants = grantsOf({ model });
  const here = grants.filter((grant) => grant.namespace === namespace);
  const wide = grants.filter((grant) => grant.namespace === undefined);
  const own = here.filter((grant) => !isDefault(grant));
  const shownWide = wide.filter(
    (grant) => !isDefault(grant) && (powersIn(grant).length > 0 || isOf(namespace, grant)),
  );
  const rows = [
    ...groupRows(model, links, 'In this namespace', own),
    ...groupRows(model, links, 'In every namespace, so here too', shownWide),
  ];
  const unread = unreadKinds(model, namespace);
  const leftOut = here.length - own.length + wide.length - shownWide.length;
  const section = { id: 'who', label: 'Who can do what' };
  if (rows.length === 0) {
    const absent = [text(absence(unread, leftOut))];
    return { ...section, says: [], tables: [], absent, isUnknown: unread.length > 0 };
  }
  const notes = [
    ...(leftOut > 0 ? [`Left out: ${leftOutWords(leftOut)}.`] : []),
    ...(unread.length > 0
      ? [`${unread.join(' and ')} were not captured, so others may have rights too.`]
      : []),
  ];
  return {
    ...section,
    says: notes.length === 0 ? [] : [[text(notes.join(' '))]],
    tables: [
      {
        label: 'Who can do what',
        heads: ['Who', 'May', 'Through'],
        numeric: [],
        rows: rows.slice(0, maxRows),
      },
    ],
    more: rows.length > maxRows ? moreOf(links, rows.length - maxRows, here.length > 0) : undefined,
  };
}

function moreOf(links: Links, rest: number, hasRoleBindings: boolean): PageSection['more'] {
  const plural = hasRoleBindings ? 'rolebindings' : 'clusterrolebindings';
  const label = hasRoleBindings ? 'RoleBindings' : 'ClusterRoleBindings';
  return {
    label: `${rest.toLocaleString('en')} more, among all ${label}`,
    href: links.kind(`${plural}.${bindingGroup}`),
  };
}

function absence(unread: readonly string[], leftOut: number): string {
  if (unread.length > 0)
    return `${unread.join(' and ')} were not captured, so nobody knows who may do what here.`;
  const rest = leftOut > 0 ? ` Only the rights that Kubernetes gives its own parts hold here.` : '';
  return `No binding gives anybody a right in this namespace.${rest}`;
}

function leftOutWords(leftOut: number): string {
  return `${count(leftOut, 'grant')} of the whole cluster with no power over the rights of others, or made by Kubernetes for its own parts`;
}

function unreadKinds(model: Model, namespace: string): readonly string[] {
  const kinds = ['RoleBinding', 'ClusterRoleBinding'] as const;
  return kinds
    .filter((kind) => {
      const of = { group: bindingGroup, kind };
      return !model.holdsAll(of, namespace) && model.ofKind(of).length === 0;
    })
    .map((kind) => `${kind}s`);
}

// What the API server gives its own parts is the same in every cluster.
function isDefault({ binding }: Grant): boolean {
  const { labels = {}, name } = binding.object.metadata;
  return labels['kubernetes.io/bootstrapping'] === 'rbac-defaults' || name.startsWith('system:');
}

function isOf(namespace: string, { subject }: Grant): boolean {
  if (subject.kind === 'ServiceAccount') return subject.namespace === namespace;
  return subject.kind === 'Group' && subject.name === groupsOfAccounts(namespace)[0];
}

function powersIn({ role }: Grant): readonly string[] {
  return powersOf(rulesOf(role));
}

function groupRows(
  model: Model,
  links: Links,
  group: string,
  grants: readonly Grant[],
): readonly SectionRow[] {
  if (grants.length === 0) return [];
  const weight = (grant: Grant) => {
    const powers = powersIn(grant);
    return powers[0] === 'everything' ? 100 : powers.length;
  };
  const sorted = grants.toSorted((a, b) => weight(b) - weight(a));
  return [{ group }, ...sorted.map((grant) => ({ cells: grantCells(model, links, grant) }))];
}

function grantCells(model: Model, links: Links, grant: Grant): readonly SectionCell[] {
  const { binding, role, roleName } = grant;
  const powers = powersIn(grant);
  const roleProse: Prose = role === undefined ? code(roleName) : refProse(links, role);
  return [
    cell(subjectProse(model, links, grant)),
    powers.length === 0
      ? cell(role === undefined ? missingRole(model, grant) : rulesSay(grant))
      : cell([], { state: { state: 'warn', word: powers.join(', ') } }),
    cell([refProse(links, binding)], { why: [text('gives '), roleProse] }),
  ];
}

function missingRole(model: Model, { namespace }: Grant): string {
  const isKnown = ['Role', 'ClusterRole'].every((kind) =>
    model.holdsAll({ group: bindingGroup, kind }, namespace),
  );
  return isKnown ? 'nothing: the role does not exist' : 'not known: the role was not captured';
}

/** `change deployments, services; read pods, pods/log and 8 more`. */
function rulesSay({ role }: Grant): string {
  const rules = rulesOf(role).filter(({ resources }) => resources.length > 0);
  const isWriting = ({ verbs }: PolicyRule) => verbs.some((verb) => !reading.has(verb));
  const changed = resourcesOf(rules.filter(isWriting));
  const read = resourcesOf(rules).filter((resource) => !changed.includes(resource));
  const parts = [
    ...(changed.length > 0 ? [`change ${listed(changed)}`] : []),
    ...(read.length > 0 ? [`read ${listed(read)}`] : []),
  ];
  if (parts.length > 0) return parts.join('; ');
  const isEmpty = rulesOf(role).length === 0;
  return isEmpty ? 'nothing: the role has no rules' : 'ask for addresses that are no objects';
}

const reading = new Set(['get', 'list', 'watch']);

function resourcesOf(rules: readonly PolicyRule[]): readonly string[] {
  const named = rules.flatMap(({ resources }) => resources);
  return [...new Set(named)].map((resource) => (resource === '*' ? 'everything' : resource));
}

function listed(names: readonly string[]): string {
  const rest = names.length - maxResources;
  const shown = rest > 1 ? names.slice(0, maxResources) : names;
  return [...shown, ...(rest > 1 ? [`and ${rest} more`] : [])]
    .join(', ')
    .replace(', and ', ' and ');
}

function subjectProse(model: Model, links: Links, { subject }: Grant): readonly Prose[] {
  const { kind = '', name = '', namespace } = subject;
  if (kind !== 'ServiceAccount') return [text(`${kind} `), code(name)];
  const entry = model.get(objectId({ group: '', kind, namespace, name }));
  if (entry !== undefined) return [refProse(links, entry), text(` of ${namespace}`)];
  const isKnown = model.holdsAll({ group: '', kind }, namespace);
  return [
    code(name),
    text(` of ${namespace}, ${isKnown ? 'which does not exist' : 'not captured'}`),
  ];
}
