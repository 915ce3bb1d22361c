import type { Entry } from '#model/model.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { bindingsOfGroup, groupsOfAccounts } from '#views/group-bindings.ts';
import {
  columnOf,
  named,
  namedAll,
  type Says,
  say,
  type Telling,
  usedBy,
  uses,
} from '#views/telling.ts';

/** Subjects named in a sentence before it says how many more there are. */
const most = 4;

/** Whom a binding gives its role: ServiceAccounts as links, users and groups by name. */
function subjectsOf(telling: Telling, binding: Entry): readonly (readonly Prose[])[] {
  const at = { ...telling, entry: binding };
  const accounts = uses(at, 'subject');
  const known = new Set(
    accounts.map(({ object }) => `${object.metadata.namespace}/${object.metadata.name}`),
  );
  const names = (head: string) => columnOf(at, head).split(', ').filter(Boolean);
  return [
    ...accounts.map((account) => named(telling, account)),
    ...names('SERVICEACCOUNTS')
      .filter((name) => !known.has(name))
      .map((name) => say`ServiceAccount ${code(name)}${absence(telling.model, name)}`),
    ...names('GROUPS').map((name) => say`group ${code(name)}`),
    ...names('USERS').map((name) => say`user ${code(name)}`),
  ];
}

const accountKind = { group: '', kind: 'ServiceAccount' };

/** @param name With its namespace: `shop/web`. */
function absence(model: Telling['model'], name: string): string {
  const namespace = name.slice(0, name.indexOf('/'));
  return model.holdsAll(accountKind, namespace) ? ' (missing)' : ' (not captured)';
}

function few(items: readonly (readonly Prose[])[]): readonly Prose[] {
  const rest = items.length - most;
  return enumerate(rest > 1 ? [...items.slice(0, most), [text(`${rest} more`)]] : items);
}

/** `Group a gives it ClusterRole b.`: what every account of the namespace may do. */
function groupRights(telling: Telling): readonly Prose[] {
  const { model, entry } = telling;
  return groupsOfAccounts(entry.object.metadata.namespace ?? '').flatMap((group) => {
    const roles = rolesOf(telling, bindingsOfGroup(model, group));
    return roles.length === 0
      ? []
      : say` Group ${code(group)} gives it ${namedAll(telling, roles)}.`;
  });
}

/** Roles that bindings grant, each once. */
function rolesOf(telling: Telling, bindings: readonly Entry[]): readonly Entry[] {
  return [...new Set(bindings.flatMap((entry) => uses({ ...telling, entry }, 'grants')))];
}

function account(telling: Telling): readonly Prose[] {
  const runners = usedBy(telling, 'identity');
  const roles = rolesOf(telling, usedBy(telling, 'subject'));
  const who =
    runners.length === 0
      ? say`No Pod here runs as it`
      : say`The identity of ${namedAll(telling, runners)}`;
  const rights = roles.length === 0 ? [] : say` It holds ${namedAll(telling, roles)}.`;
  return say`${who}.${rights}${groupRights(telling)}`;
}

function role(telling: Telling): readonly Prose[] {
  const bindings = usedBy(telling, 'grants');
  const wholes = usedBy(telling, 'aggregates');
  const subjects = bindings.flatMap((binding) => subjectsOf(telling, binding));
  if (subjects.length > 0) return say`Granted to ${few(subjects)}.`;
  if (wholes.length > 0) return say`Its rules are part of ${namedAll(telling, wholes)}.`;
  return say`No binding in this snapshot grants it.`;
}

function binding(telling: Telling): readonly Prose[] {
  const { namespace } = telling.entry.object.metadata;
  const roles = uses(telling, 'grants');
  const [kind = '', ...name] = columnOf(telling, 'ROLE').split('/');
  const what = roles.length > 0 ? namedAll(telling, roles) : say`${kind} ${code(name.join('/'))}`;
  const subjects = subjectsOf(telling, telling.entry);
  const whom = subjects.length === 0 ? say`nobody` : few(subjects);
  const where = namespace === undefined ? say` everywhere` : say` in namespace ${code(namespace)}`;
  return say`Grants ${what} to ${whom}${where}.`;
}

/** See {@link Says}, by kind. */
export const accessLeads: Readonly<Record<string, Says>> = {
  ServiceAccount: account,
  Role: role,
  ClusterRole: role,
  RoleBinding: binding,
  ClusterRoleBinding: binding,
};
