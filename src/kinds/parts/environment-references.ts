import type { Reference } from '#kinds/reference.ts';
import type { LinkedContainer, PodSite } from './pod-template.ts';
import { refer } from './refer.ts';

const keySources = [
  ['configMapKeyRef', 'ConfigMap'],
  ['secretKeyRef', 'Secret'],
] as const;

const wholeSources = [
  ['configMapRef', 'ConfigMap'],
  ['secretRef', 'Secret'],
] as const;

/** What a container reads into its environment; `detail` says which variables from which keys. */
export function environmentReferences(
  { env, envFrom }: LinkedContainer,
  { at, namespace }: PodSite,
): readonly Reference[] {
  const variables = env.flatMap(({ name, valueFrom }) => {
    if (valueFrom === undefined) return [];
    return keySources.flatMap(([field, kind]) => {
      const source = valueFrom[field];
      if (source === undefined) return [];
      return refer('env', kind, {
        name: source.name,
        namespace,
        path: `${at}.env[name=${name}].valueFrom.${field}.name`,
        optional: source.optional,
        detail: source.key === name ? name : `${name} from key ${source.key}`,
      });
    });
  });
  const whole = envFrom.flatMap((from, index) =>
    wholeSources.flatMap(([field, kind]) =>
      refer('env', kind, {
        name: from[field]?.name,
        namespace,
        path: `${at}.envFrom[${index}].${field}.name`,
        optional: from[field]?.optional,
        detail: from.prefix ? `every key, prefixed ${from.prefix}` : 'every key',
      }),
    ),
  );
  return [...variables, ...whole];
}
