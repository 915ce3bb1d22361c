import { defineKind, type Read } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { refer } from './parts/refer.ts';
import { type Infer, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({ podName: text, serviceAccountName: text, nodeName: text, signerName: text }),
  status: part({ conditions, notAfter: text, beginRefreshAt: text }),
});
type Request = Read<Infer<typeof schema>>;

export const podCertificateRequest = defineKind({
  group: 'certificates.k8s.io',
  kind: 'PodCertificateRequest',
  plural: 'podcertificaterequests',
  namespaced: true,
  category: 'access',
  glyph: 'role',
  role: "A kubelet's request for a certificate that one of its pods presents as its own.",
  breaks:
    'The kubelet asks anew; a certificate that the pod already holds stays valid until it runs out.',
  schema,
  columns: {
    Name: nameCell,
    PodName: ({ spec }) => spec?.podName ?? '',
    ServiceAccountName: ({ spec }) => spec?.serviceAccountName ?? '',
    NodeName: ({ spec }) => spec?.nodeName ?? '',
    SignerName: ({ spec }) => spec?.signerName ?? '',
    State: stateOf,
  },
  facts: {
    Signer: ({ spec }) => spec?.signerName,
    'Valid until': ({ status }) => status?.notAfter,
    'Renewed from': ({ status }) => status?.beginRefreshAt,
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: (request) => {
    const word = stateOf(request);
    if (word === 'Issued') return { state: 'ok', word };
    return { state: word === 'Pending' ? 'warn' : 'bad', word };
  },
  references: ({ metadata: { namespace }, spec }) => [
    // Pods go sooner than the requests they made.
    ...refer('about', 'Pod', {
      name: spec?.podName,
      namespace,
      path: 'spec.podName',
      optional: true,
    }),
    ...refer('identity', 'ServiceAccount', {
      name: spec?.serviceAccountName,
      namespace,
      path: 'spec.serviceAccountName',
      optional: true,
    }),
    ...refer('node', 'Node', { name: spec?.nodeName, path: 'spec.nodeName', optional: true }),
  ],
});

/** The last of the conditions that end a request; they exclude each other. */
function stateOf({ status }: Request): string {
  const ends = (status?.conditions ?? []).flatMap(({ type = '' }) =>
    ['Issued', 'Denied', 'Failed'].includes(type) ? [type] : [],
  );
  return ends.at(-1) ?? 'Pending';
}
