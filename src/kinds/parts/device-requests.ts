import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';
import { type Infer, list, number, part, text } from './schema.ts';

const Asked = { deviceClassName: text, allocationMode: text, count: number };

/** `spec` of a ResourceClaim. */
export const DeviceRequests = part({
  devices: part({
    requests: list(
      part({
        name: text,
        exactly: part(Asked),
        firstAvailable: list(part({ name: text, ...Asked })),
        // Until resource.k8s.io/v1beta1 the fields of `exactly` stood here.
        ...Asked,
      }),
    ),
  }),
});
type DeviceRequests = Infer<typeof DeviceRequests> | undefined;

interface Wanted {
  readonly request: string;
  readonly path: string;
  readonly deviceClass: string | undefined;
  readonly amount: string;
}

function wantedOf(spec: DeviceRequests): readonly Wanted[] {
  return (spec?.devices?.requests ?? []).flatMap((request) => {
    const { name = '', exactly, firstAvailable } = request;
    const at = `devices.requests[name=${name}]`;
    const one = (asked: typeof exactly, path: string): Wanted => ({
      request: name,
      path: `${path}.deviceClassName`,
      deviceClass: asked?.deviceClassName,
      amount: asked?.allocationMode === 'All' ? 'all' : String(asked?.count ?? 1),
    });
    if (exactly !== undefined) return [one(exactly, `${at}.exactly`)];
    if (firstAvailable.length === 0) return [one(request, at)];
    return firstAvailable.map((asked) => one(asked, `${at}.firstAvailable[name=${asked.name}]`));
  });
}

/** What a claim asks for, one line a request or alternative: `gpu: 1 of gpu.example.com`. */
export function requestLines(spec: DeviceRequests): readonly string[] {
  return wantedOf(spec).map(
    ({ request, amount, deviceClass = '' }) => `${request}: ${amount} of ${deviceClass}`,
  );
}

/** Edges to the DeviceClasses that a claim asks for. `at` is where its `spec` stands. */
export function requestReferences(spec: DeviceRequests, at: string): readonly Reference[] {
  return wantedOf(spec).flatMap(({ request, path, deviceClass }) =>
    refer('class', 'DeviceClass.resource.k8s.io', {
      name: deviceClass,
      path: `${at}.${path}`,
      detail: `request ${request}`,
    }),
  );
}
