import type { Reference } from '#kinds/reference.ts';
import { itemPath } from './item-path.ts';
import type { LinkedContainer, PodSite } from './pod-template.ts';
import { refer } from './refer.ts';

const keySources = [
  ['configMapKeyRef', 'ConfigMap', '.valueFrom.configMapKeyRef.name'],
  ['secretKeyRef', 'Secret', '.valueFrom.secretKeyRef.name'],
] as const;

const wholeSources = [
  ['configMapRef', 'ConfigMap'],
  ['secretRef', 'Secret'],
] as const;

/** What a container reads into its environment; `detail` says which variables from which keys. */
export function environmentReferences(
  { env, envFrom }: LinkedContainer,
  site: PodSite,
): readonly Reference[] {
  const variables: Reference[] = [];
  for (const variable of env) {
    if (variable.valueFrom !== undefined) variables.push(...variableReferences(variable, site));
  }
  if (envFrom.length === 0) return variables;
  const whole = envFrom.flatMap((from, index) =>
    wholeSources.flatMap(([field, kind]) =>
      refer('env', kind, {
        name: from[field]?.name,
        namespace: site.namespace,
        path: `${site.at}.envFrom[${index}].${field}.name`,
        optional: from[field]?.optional,
        detail: from.prefix ? `every key, prefixed ${from.prefix}` : 'every key',
      }),
    ),
  );
  return [...variables, ...whole];
}

function variableReferences(
  { name, valueFrom }: LinkedContainer['env'][number],
  { at, namespace }: PodSite,
): readonly Reference[] {
  const of = keySources.find(([field]) => valueFrom?.[field] !== undefined);
  if (of === undefined) return [];
  // A variable has one source.
  const [field, kind, rest] = of;
  const source = valueFrom?.[field];
  return refer('env', kind, {
    name: source?.name,
    namespace,
    path: itemPath(at, 'env', name, rest),
    optional: source?.optional,
    detail: source?.key === name ? name : `${name} from key ${source?.key}`,
  });
}
