/** The environment of a container: where each variable comes from. */
import { flag, type Infer, intOrString, list, part, text } from '#kinds/parts/schema.ts';
import { group, type Item, lines, value, values } from '#views/describe/description.ts';
import { naming } from './metadata.ts';
import { milliOf, parseQuantity, wholeOf } from './quantity.ts';
import type { Amounts } from './resources.ts';

const KeyRef = part({ name: text, key: text, optional: flag });
const SourceRef = part({ name: text, optional: flag });

/** The two fields of a container that fill its environment. */
export const Environment = {
  envFrom: list(part({ prefix: text, configMapRef: SourceRef, secretRef: SourceRef })),
  env: list(
    part({
      name: text,
      value: text,
      valueFrom: part({
        fieldRef: part({ apiVersion: text, fieldPath: text }),
        resourceFieldRef: part({ resource: text, divisor: intOrString }),
        secretKeyRef: KeyRef,
        configMapKeyRef: KeyRef,
      }),
    }),
  ),
};
const fields = part(Environment);
type Environment = Infer<typeof fields>;
type Variable = Environment['env'][number];

/** What the variables of a container refer to. */
export interface EnvironmentSite {
  readonly namespace: string | undefined;
  /** Of the Pod; absent in a template, where nobody knows it yet. */
  readonly podName?: string | undefined;
  readonly limits: Amounts;
  readonly requests: Amounts;
}

/** `Environment Variables from`, then `Environment`. */
export function environmentItems(
  { envFrom, env }: Environment,
  site: EnvironmentSite,
): readonly (Item | undefined)[] {
  return [
    envFrom.length === 0 ? undefined : sourcesItem(envFrom, site.namespace),
    env.length === 0
      ? values('Environment', [])
      : group(
          'Environment',
          env.map((variable) => variableItem(variable, site)),
        ),
  ];
}

function sourcesItem(sources: Environment['envFrom'], namespace: string | undefined): Item {
  return lines(
    'Environment Variables from',
    sources.map(({ prefix, configMapRef, secretRef }) => {
      const kind = configMapRef !== undefined ? 'ConfigMap' : secretRef && 'Secret';
      const { name, optional } = configMapRef ?? secretRef ?? {};
      const named = naming({ kind: kind ?? '' }, name, namespace);
      const behind = prefix ? `${kind ?? ''} with prefix '${prefix}'` : (kind ?? '');
      return { ...named, aside: `${behind}  Optional: ${optional ?? false}` };
    }),
  );
}

function variableItem({ name = '', value: written, valueFrom }: Variable, site: EnvironmentSite) {
  if (valueFrom === undefined) return value(name, written ?? '');
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom;
  if (fieldRef !== undefined) {
    const { apiVersion = '', fieldPath = '' } = fieldRef;
    return value(name, `${fieldOfPod(fieldPath, site)} (${apiVersion}:${fieldPath})`);
  }
  if (resourceFieldRef !== undefined) {
    const { resource = '' } = resourceFieldRef;
    return value(name, `${amountOf(resourceFieldRef, site)} (${resource})`);
  }
  if (secretKeyRef !== undefined) return value(name, keyValue('Secret', secretKeyRef, site));
  if (configMapKeyRef !== undefined)
    return value(name, keyValue('ConfigMap', configMapKeyRef, site));
  return undefined;
}

function keyValue(
  kind: 'Secret' | 'ConfigMap',
  { name = '', key = '', optional = false }: Infer<typeof KeyRef>,
  { namespace }: EnvironmentSite,
) {
  const source = kind === 'Secret' ? `in secret '${name}'` : `of config map '${name}'`;
  return {
    ...naming({ kind }, name, namespace),
    text: `<set to the key '${key}' ${source}>`,
    aside: `Optional: ${optional}`,
  };
}

/** kubectl looks up these two fields and leaves the others to the reader. */
function fieldOfPod(path: string, { podName, namespace }: EnvironmentSite): string {
  if (podName === undefined) return '';
  if (path === 'metadata.name') return podName;
  return path === 'metadata.namespace' ? (namespace ?? '') : '';
}

/** An amount of the container in units of the divisor, rounded up. */
function amountOf(
  { resource = '', divisor = '1' }: { resource?: string | undefined; divisor?: string | undefined },
  { limits, requests }: EnvironmentSite,
): string {
  const [list = '', name = ''] = resource.split(/\.(.*)/s);
  const amount = parseQuantity((list === 'limits' ? limits : requests)?.[name]);
  const unit = parseQuantity(divisor);
  const of = name === 'cpu' ? milliOf : wholeOf;
  const by = of(unit) > 0n ? of(unit) : of(parseQuantity('1'));
  const count = (of(amount) + by - 1n) / by;
  const isOpen = count === 0n && (resource === 'limits.cpu' || resource === 'limits.memory');
  return isOpen ? 'node allocatable' : String(count);
}
