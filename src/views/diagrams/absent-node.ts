import type { DiagramNode } from '#diagrams/diagram.ts';
import { kindOf } from '#kinds/index.ts';
import type { Dangling, Model } from '#model/model.ts';
import type { HrefFor } from '#views/ref.ts';
import { objectNode } from './nodes.ts';

const roles = {
  missing: 'ghost',
  // Nothing is wrong: the field says that it may be absent.
  optional: 'outside',
  'nothing-selected': 'ghost',
  'not-captured': 'unseen',
} as const satisfies Record<Dangling['reason'], DiagramNode['role']>;

const notes = {
  missing: 'missing',
  optional: 'optional, absent',
  'nothing-selected': 'none matches',
  'not-captured': 'not captured',
} as const satisfies Record<Dangling['reason'], string>;

/** The box of what an object names and the snapshot does not hold; its kind says why. */
export function absentNode(
  model: Model,
  { from, to: id, reference: { to, path }, reason }: Dangling,
  hrefFor: HrefFor,
  namespace: string | undefined,
): DiagramNode {
  const role = roles[reason];
  if (id !== undefined) {
    const node = objectNode(model, id, hrefFor, { namespace, role });
    return { ...node, kind: `${node.kind}, ${notes[reason]}` };
  }
  const known = model.ofKind(to)[0]?.kind ?? kindOf(to);
  return {
    id: `${from} ${path}`,
    label: notes[reason],
    kind: to.kind,
    glyph: known?.glyph ?? 'crd',
    category: known?.category ?? 'extension',
    role,
  };
}
