import { PolicyRule } from '#kinds/parts/policy-rule.ts';
import { list, part } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { Describer } from './describer.ts';
import { table } from './description.ts';
import { goList } from './parts/go-text.ts';
import { metadataItems, nameItem } from './parts/metadata.ts';

const Role = part({ rules: list(PolicyRule) });

/** For both kinds of role: rules are taken apart and put together by resource. */
export const describeRole: Describer = ({ entry: { object } }) => [
  nameItem(object),
  ...metadataItems(object),
  table(
    'PolicyRule',
    ['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'],
    simpleRules(Role.read(object)?.rules ?? []).map(({ resource, url, name, verbs }) => [
      resource,
      goList(url === undefined ? [] : [url]),
      goList(name === undefined ? [] : [name]),
      goList(verbs),
    ]),
  ),
];

/** What is allowed on one resource, or one path of the API server. */
interface SimpleRule {
  readonly resource: string;
  readonly url?: string;
  readonly name?: string;
  readonly verbs: readonly string[];
  /** Where it stands among the others. */
  readonly order: string;
}

/** Rules broken down to one resource each, the verbs of all rules about it together, sorted as kubectl does. */
function simpleRules(rules: readonly PolicyRule[]): readonly SimpleRule[] {
  return [...ofResources(rules), ...ofPaths(rules)].sort((a, b) =>
    compareCodePoints(a.order, b.order),
  );
}

function ofResources(rules: readonly PolicyRule[]): readonly SimpleRule[] {
  const parts = rules.flatMap(({ apiGroups, resources, resourceNames, verbs }) => {
    const names = resourceNames.length === 0 ? [undefined] : resourceNames;
    return apiGroups.flatMap((group) =>
      resources.flatMap((resource) => names.map((name) => ({ group, resource, name, verbs }))),
    );
  });
  const bySubject = Map.groupBy(parts, ({ group, resource, name }) =>
    JSON.stringify([group, resource, name]),
  );
  return [...bySubject.values()].map((same) => {
    const { group = '', resource = '', name } = same[0] ?? {};
    const verbs = same.flatMap((each) => each.verbs);
    const names = name === undefined ? [] : [name];
    return {
      resource: groupedResource(resource, group),
      ...(name === undefined ? {} : { name }),
      verbs,
      order: orderOf(verbs, [group], [resource], names, []),
    };
  });
}

// Paths are not brought together: each verb has a rule of its own.
function ofPaths(rules: readonly PolicyRule[]): readonly SimpleRule[] {
  return rules.flatMap(({ nonResourceURLs, verbs }) =>
    nonResourceURLs.flatMap((url) =>
      verbs.map((verb) => ({
        resource: '',
        url,
        verbs: [verb],
        order: orderOf([verb], [], [], [], [url]),
      })),
    ),
  );
}

/** kubectl sorts by the text in which Go prints a rule, verbs first. */
function orderOf(...lists: readonly (readonly string[])[]): string {
  return lists.map(goList).join(',');
}

/** `deployments.apps/scale` */
function groupedResource(resource: string, group: string): string {
  const [name = '', ...rest] = resource.split('/');
  return [group === '' ? name : `${name}.${group}`, ...rest].join('/');
}
