import { defineKind, type Read } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { DeviceRequests, requestLines, requestReferences } from './parts/device-requests.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, part, text } from './parts/schema.ts';

const ClaimFields = part({
  spec: DeviceRequests,
  status: part({
    allocation: part({
      devices: part({
        results: list(part({ request: text, driver: text, pool: text, device: text })),
      }),
    }),
    reservedFor: list(part({ resource: text, name: text, uid: text })),
  }),
});
type ClaimFields = Read<Infer<typeof ClaimFields>>;

export const resourceClaim = defineKind({
  group: 'resource.k8s.io',
  kind: 'ResourceClaim',
  plural: 'resourceclaims',
  namespaced: true,
  category: 'machine',
  glyph: 'persistentvolumeclaim',
  role: 'A request for devices such as GPUs, and the devices it got.',
  breaks: 'Deletion waits until no pod has it; pods that name it cannot start after that.',
  schema: ClaimFields,
  columns: { Name: nameCell, State: stateOf, Age: ageCell },
  facts: {
    'Asks for': ({ spec }) => requestLines(spec),
    Got: ({ status }) =>
      status?.allocation?.devices?.results.map(
        ({ request = '', driver = '', pool = '', device = '' }) =>
          `${request}: ${driver}/${pool}/${device}`,
      ),
  },
  health: (claim) => {
    const word = stateOf(claim);
    return { state: word.startsWith('allocated') ? 'ok' : 'warn', word };
  },
  references: ({ metadata: { namespace }, spec, status }) => [
    ...requestReferences(spec, 'spec'),
    ...(status?.reservedFor ?? []).flatMap(({ resource, name }) =>
      resource === 'pods'
        ? refer('reserved', 'Pod', {
            name,
            namespace,
            path: `status.reservedFor[name=${name}].name`,
          })
        : [],
    ),
  ],
});

function stateOf({ metadata, status }: ClaimFields): string {
  const deleted = metadata.deletionTimestamp !== undefined;
  if (status?.allocation === undefined) return deleted ? 'deleted' : 'pending';
  const reserved = status.reservedFor.length > 0 ? ',reserved' : '';
  return `${deleted ? 'deleted,' : ''}allocated${reserved}`;
}
