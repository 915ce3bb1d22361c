import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';
import { type Infer, part, text } from './schema.ts';

/** What stands behind an address: a Pod, as a rule. */
export const endpointTarget = part({ kind: text, namespace: text, name: text });

/** The object behind an address; where none is named, the Node it is on. */
export function targetReferences(
  {
    targetRef,
    nodeName,
  }: {
    readonly targetRef?: Infer<typeof endpointTarget> | undefined;
    readonly nodeName?: string | undefined;
  },
  { at, detail }: { readonly at: string; readonly detail?: string },
): readonly Reference[] {
  if (targetRef?.name === undefined) {
    return refer('endpoint', 'Node', { name: nodeName, path: `${at}.nodeName`, detail });
  }
  return refer('endpoint', targetRef.kind ?? 'Pod', {
    name: targetRef.name,
    namespace: targetRef.namespace,
    path: `${at}.targetRef.name`,
    detail,
  });
}
