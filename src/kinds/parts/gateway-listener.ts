import type { Reference } from '#kinds/reference.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { refer } from './refer.ts';
import { type Infer, list, number, part, text } from './schema.ts';

/** An object that a Gateway takes a certificate from: a Secret, unless it says otherwise. */
export const certificateRef = part({ group: text, kind: text, name: text, namespace: text });

/** `listeners` of a Gateway or a ListenerSet. */
export const listeners = list(
  part({
    name: text,
    hostname: text,
    port: number,
    protocol: text,
    tls: part({ mode: text, certificateRefs: list(certificateRef) }),
  }),
);
type Listener = Infer<typeof listeners>[number];

/** `https: HTTPS 443 for shop.example.com`. */
export function listenerLine({
  name = '',
  protocol = '',
  port = 0,
  hostname,
  tls,
}: Listener): string {
  const host = hostname === undefined ? '' : ` for ${hostname}`;
  return `${name}: ${protocol} ${port}${host}${tls?.mode === 'Passthrough' ? ', TLS passed on' : ''}`;
}

/** Edges to the certificates of listeners. */
export function listenerReferences(
  written: readonly Listener[],
  namespace: string | undefined,
): readonly Reference[] {
  return written.flatMap(({ name: listener, tls }) =>
    (tls?.certificateRefs ?? []).flatMap((ref) =>
      certificateReference(ref, {
        namespace,
        path: `spec.listeners[name=${listener}].tls.certificateRefs[name=${ref.name}].name`,
        detail: `listener ${listener}`,
      }),
    ),
  );
}

/** The edge to one certificate; `namespace` is where it is looked for unless it names another. */
export function certificateReference(
  { group = '', kind = 'Secret', name, namespace }: Infer<typeof certificateRef>,
  written: {
    readonly namespace: string | undefined;
    readonly path: string;
    readonly detail: string;
  },
): readonly Reference[] {
  return refer('certificate', groupKindKey({ group, kind }), {
    ...written,
    name,
    namespace: namespace ?? written.namespace,
  });
}
