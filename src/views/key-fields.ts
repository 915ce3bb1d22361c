import { fieldAt, itemsOf, type KeyField } from '#catalogue/fields/key-field.ts';
import { kindFields } from '#catalogue/fields/kind-fields.ts';
import { containerFields, podFields } from '#catalogue/fields/pod-fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupKindOf } from '#snapshot/object-id.ts';
import { type ExplainedItem, type ExplainedItems, marked } from './chapters/prose.ts';

/** Where an object holds the spec of Pods. */
const podSpecs: Readonly<Record<string, string>> = {
  'Pod.': 'spec',
  'Deployment.apps': 'spec.template.spec',
  'ReplicaSet.apps': 'spec.template.spec',
  'StatefulSet.apps': 'spec.template.spec',
  'DaemonSet.apps': 'spec.template.spec',
  'Job.batch': 'spec.template.spec',
  'CronJob.batch': 'spec.jobTemplate.spec.template.spec',
};

/** Of how many containers a page explains the fields; the YAML has all. */
const maxContainers = 4;

/**
 * The fields of an object that a reader asks about, with their values, explained: of the object, of its Pods,
 * of each container. What is as it mostly is has no place among them.
 *
 * @param lineOf Line of the page's YAML that holds a field.
 */
export function keyFields(
  object: KubeObject,
  lineOf: (path: string) => number | undefined,
): readonly ExplainedItems[] {
  const { group, kind } = groupKindOf(object);
  const itemsIn = (root: unknown, prefix: string, fields: readonly KeyField[]) =>
    fields.flatMap((field) => itemOf(root, prefix, field, lineOf));
  const own = itemsIn(object, '', kindFields(group, kind));
  const podSpec = podSpecs[`${kind}.${group}`];
  if (podSpec === undefined) return own.length === 0 ? [] : [{ items: own }];
  const spec = fieldAt(object, podSpec);
  const containers = itemsOf(fieldAt(spec, 'containers')).slice(0, maxContainers);
  return [
    { title: kind, items: own },
    {
      title: kind === 'Pod' ? 'The Pod' : 'Its Pods',
      items: itemsIn(spec, `${podSpec}.`, podFields),
    },
    ...containers.map((container) => {
      const name = String(fieldAt(container, 'name'));
      return {
        title: `Container ${name}`,
        items: itemsIn(container, `${podSpec}.containers[name=${name}].`, containerFields),
      };
    }),
  ].filter(({ items }) => items.length > 0);
}

function itemOf(
  root: unknown,
  prefix: string,
  { path, says }: KeyField,
  lineOf: (path: string) => number | undefined,
): readonly ExplainedItem[] {
  const value = fieldAt(root, path);
  const meaning = value === undefined ? undefined : says(value);
  if (meaning === undefined) return [];
  const told = typeof meaning === 'string' ? { value: String(value), says: meaning } : meaning;
  const line = lineOf(`${prefix}${path}`);
  return [
    {
      label: path.replace(/^spec\./, '').replace(/DuringSchedulingIgnoredDuringExecution$/, '…'),
      sign: ':',
      values: told.value === '' ? [] : [told.value],
      meaning: marked(told.says),
      line: line === undefined ? undefined : { number: line, href: `#L${line}` },
    },
  ];
}
