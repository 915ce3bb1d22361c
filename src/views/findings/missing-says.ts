import { type Relation, relations } from '#kinds/reference.ts';
import { type ObjectId, parseObjectId } from '#snapshot/object-id.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { say, type Telling } from '#views/telling.ts';

/** Words before the kind of what is missing, where those of the relation do not read well. */
const words: Readonly<Partial<Record<Relation, string>>> = {
  env: 'reads its environment from',
  claims: 'mounts',
  class: 'asks for',
  governs: 'takes the names of its Pods from',
  grants: 'grants the rights of',
  subject: 'grants its rights to',
  priority: 'takes its priority from',
};

/** `ConfigMap flags`, with the namespace where it is another one than the sentence's object has. */
export function missingName({ entry }: Telling, target: ObjectId): readonly Prose[] {
  const { kind, namespace, name } = parseObjectId(target);
  const isElsewhere = namespace !== undefined && namespace !== entry.object.metadata.namespace;
  const place = isElsewhere ? [text(' in '), code(namespace)] : [];
  return [text(`${kind} `), code(name), ...place];
}

/** `Routes to Service api, which does not exist.` */
export function missingSays(
  telling: Telling,
  relation: Relation,
  target: ObjectId,
): readonly Prose[] {
  const verb = words[relation] ?? relations[relation].forward;
  const start = `${verb.charAt(0).toUpperCase()}${verb.slice(1)} `;
  return say`${start}${missingName(telling, target)}, which does not exist.`;
}
