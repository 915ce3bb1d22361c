import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** One verb on one resource (or path), perhaps of some names only, and to whom. */
export interface Grant {
  readonly verb: string;
  /** `pods.`, `deployments.apps`, `/healthz`. */
  readonly resource: string;
  /** Empty for any name. */
  readonly name: string;
  /** Empty where a role is told, which is not bound to anybody by itself. */
  readonly to: string;
}

/** The rules of a role by kind, namespace and name; nothing for one that the snapshot lacks. */
export type RoleLookup = (kind: string, namespace: string, name: string) => unknown;

/** Looks roles up in a snapshot. */
export function rolesIn({ lists }: Snapshot): RoleLookup {
  let index: ReadonlyMap<string, unknown> | undefined;
  return (kind, namespace, name) => {
    index ??= new Map(
      lists
        .filter(({ resource }) => /^(Cluster)?Role$/.test(resource.kind))
        .flatMap(({ objects }) =>
          objects.map((role) => {
            const { namespace: scope = '', name: called } = role.metadata;
            return [`${role.kind}/${scope}/${called}`, role['rules']] as const;
          }),
        ),
    );
    return index.get(`${kind}/${namespace}/${name}`);
  };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const orAny = (list: readonly string[]): readonly string[] => (list.length === 0 ? [''] : list);

/** What a role or a binding grants; nothing for any other object. */
export function grantsOf(object: KubeObject | undefined, roles: RoleLookup): readonly Grant[] {
  if (object === undefined) return [];
  if (/^(Cluster)?Role$/.test(object.kind)) return ruleGrants(object['rules'], '');
  return /^(Cluster)?RoleBinding$/.test(object.kind) ? bindingGrants(object, roles) : [];
}

/** A stranger's role may name a thousand verbs, groups and resources: what is beyond is not weighed. */
const maxGrants = 5_000;

function ruleGrants(rules: unknown, to: string): readonly Grant[] {
  return [...grantsIn(rules, to).take(maxGrants)];
}

function* grantsIn(rules: unknown, to: string): Generator<Grant> {
  for (const rule of Array.isArray(rules) ? rules.filter(isFields) : []) {
    for (const verb of texts(rule['verbs'])) {
      for (const resource of resourcesOf(rule)) {
        for (const name of orAny(texts(rule['resourceNames']))) yield { verb, resource, name, to };
      }
    }
  }
}

function* resourcesOf(rule: Fields): Generator<string> {
  for (const resource of texts(rule['resources'])) {
    for (const group of texts(rule['apiGroups'])) yield `${resource}.${group}`;
  }
  yield* texts(rule['nonResourceURLs']);
}

function bindingGrants(binding: KubeObject, roles: RoleLookup): readonly Grant[] {
  const roleRef: Fields = isFields(binding['roleRef']) ? binding['roleRef'] : {};
  const kind = String(roleRef['kind'] ?? '');
  const name = String(roleRef['name'] ?? '');
  const namespace = kind === 'Role' ? (binding.metadata.namespace ?? '') : '';
  const rules = roles(kind, namespace, name);
  const subjects = Array.isArray(binding['subjects']) ? binding['subjects'].filter(isFields) : [];
  const granted = subjects.values().flatMap((subject) => {
    const to = `${subject['kind']}/${subject['namespace'] ?? ''}/${subject['name']}`;
    // Of a role that was not captured only its name is known.
    return rules === undefined
      ? [{ verb: '', resource: `${kind}/${name}`, name: '', to }]
      : grantsIn(rules, to);
  });
  return [...granted.take(maxGrants)];
}

/** Whether some of the grants is in none of the others. */
export function uncovered(grants: readonly Grant[], others: readonly Grant[]): boolean {
  const known = new Set(others.map(keyOf));
  return grants.some(
    (grant) => !known.has(keyOf(grant)) && !others.some((other) => covers(other, grant)),
  );
}

const keyOf = ({ verb, resource, name, to }: Grant): string => `${to} ${verb} ${resource} ${name}`;

function covers(wide: Grant, narrow: Grant): boolean {
  return (
    wide.to === narrow.to &&
    (wide.verb === '*' || wide.verb === narrow.verb) &&
    (wide.name === '' || wide.name === narrow.name) &&
    coversResource(wide.resource, narrow.resource)
  );
}

function coversResource(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (wide.startsWith('/')) return wide.endsWith('*') && narrow.startsWith(wide.slice(0, -1));
  const [resource = '', group = ''] = cut(wide);
  const [narrowResource = '', narrowGroup = ''] = cut(narrow);
  return (
    !narrow.startsWith('/') &&
    (resource === '*' || resource === narrowResource) &&
    (group === '*' || group === narrowGroup)
  );
}

/** `deployments.apps` → `['deployments', 'apps']`. */
function cut(resource: string): readonly [string, string] {
  const dot = resource.indexOf('.');
  return [resource.slice(0, dot), resource.slice(dot + 1)];
}
