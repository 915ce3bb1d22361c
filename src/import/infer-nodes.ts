import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** Where the name of a Node stands, the surest first. */
const places = {
  pod: 'spec.nodeName of Pods',
  csiNode: 'a CSINode of its name',
  lease: 'its Lease in kube-node-lease',
  endpoints: 'the addresses of an EndpointSlice',
} as const;

type Place = keyof typeof places;

const PodShape = z.object({ spec: z.object({ nodeName: z.string().min(1) }) });
const SliceShape = z.object({
  endpoints: z.array(z.object({ nodeName: z.string().min(1).nullish() })),
});

const readers: Readonly<Record<string, (object: KubeObject) => (readonly [Place, string])[]>> = {
  Pod(pod) {
    const name = PodShape.safeParse(pod).data?.spec.nodeName;
    return name === undefined ? [] : [['pod', name]];
  },
  CSINode: ({ metadata }) => [['csiNode', metadata.name]],
  Lease: ({ metadata }) =>
    metadata.namespace === 'kube-node-lease' ? [['lease', metadata.name]] : [],
  EndpointSlice: (slice) =>
    (SliceShape.safeParse(slice).data?.endpoints ?? []).flatMap(({ nodeName }) =>
      nodeName ? [['endpoints', nodeName] as const] : [],
    ),
};

/** Which Nodes the objects of a dump name. They may come in any order. */
export class NodeEvidence {
  readonly #captured = new Set<string>();
  readonly #places = new Map<string, Set<Place>>();

  see(object: KubeObject): void {
    if (object.kind === 'Node' && object.apiVersion === 'v1') {
      this.#captured.add(object.metadata.name);
    }
    const read = Object.hasOwn(readers, object.kind) ? readers[object.kind] : undefined;
    for (const [place, name] of read?.(object) ?? []) {
      this.#places.set(name, (this.#places.get(name) ?? new Set()).add(place));
    }
  }

  /** Whether the dump has an object of this name. */
  holds(name: string): boolean {
    return this.#captured.has(name);
  }

  /** The Nodes that are named and of which the dump holds no object, with the surest place. */
  conclude(): { readonly name: string; readonly from: string }[] {
    const order = Object.keys(places) as Place[];
    return [...this.#places]
      .filter(([name]) => !this.#captured.has(name))
      .flatMap(([name, found]) => {
        const place = order.find((each) => found.has(each));
        return place === undefined ? [] : [{ name, from: places[place] }];
      });
  }
}
