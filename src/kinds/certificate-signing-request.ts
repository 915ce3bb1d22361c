import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, nameCell, orNone } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { humanDuration } from './parts/duration.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';
import { userReference } from './parts/user-reference.ts';

const RequestFields = part({
  spec: part({
    signerName: text,
    username: text,
    groups: list(text),
    usages: list(text),
    expirationSeconds: number,
  }),
  status: part({ conditions, certificate: text }),
});
type RequestFields = Read<Infer<typeof RequestFields>>;

export const certificateSigningRequest = defineKind({
  group: 'certificates.k8s.io',
  kind: 'CertificateSigningRequest',
  plural: 'certificatesigningrequests',
  shortNames: ['csr'],
  namespaced: false,
  category: 'access',
  glyph: 'secret',
  role: 'A request for a certificate and, once it is approved and signed, the certificate.',
  breaks:
    'A requester that still waits must ask again; a certificate that was handed out stays valid.',
  schema: RequestFields,
  columns: {
    Name: nameCell,
    Age: ageCell,
    SignerName: ({ spec }) => orNone(spec?.signerName),
    Requestor: ({ spec }) => spec?.username ?? '',
    RequestedDuration: ({ spec }) =>
      spec?.expirationSeconds === undefined
        ? '<none>'
        : humanDuration(spec.expirationSeconds * 1000),
    Condition: stateOf,
  },
  facts: {
    Usages: ({ spec }) => spec?.usages,
    Groups: ({ spec }) => spec?.groups,
    Decision: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: (request): Health => {
    const word = stateOf(request);
    if (/Denied|Failed/.test(word)) return { state: 'bad', word };
    return { state: word.includes('Issued') ? 'done' : 'warn', word };
  },
  references: ({ spec }) => userReference('about', spec?.username, 'spec.username'),
});

/** CONDITION, in order of precedence: a denial outweighs an approval. */
function stateOf({ status }: RequestFields): string {
  const has = (type: string) => findCondition(status?.conditions, type) !== undefined;
  const decision = has('Approved') ? 'Approved' : 'Pending';
  const failed = has('Failed') ? ',Failed' : '';
  const issued = status?.certificate ? ',Issued' : '';
  return `${has('Denied') ? 'Denied' : decision}${failed}${issued}`;
}
