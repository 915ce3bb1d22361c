/** How much of a Node its Pods ask for. */
import { podRequest } from '#kinds/parts/pod-requests.ts';
import { part, quantities, readObject } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { quantityValue } from '#snapshot/quantity.ts';
import { podsOn } from '#views/describe/node-resources.ts';

const Node = part({ status: part({ capacity: quantities, allocatable: quantities }) });

/** One resource of a Node: cores of CPU, bytes of memory, or Pods. */
export interface Room {
  /** Of the Pods on it that are not over. */
  readonly requested: number;
  /** What Pods may ask for; absent where it was not captured. */
  readonly allocatable?: number | undefined;
  /** What the machine has. */
  readonly capacity?: number | undefined;
}

/** The resources of a Node that every Pod takes of. */
export type NodeRoom = Readonly<Record<'cpu' | 'memory' | 'pods', Room>>;

/** What the Pods on a Node ask for, and what it has. Of Pods that state no request nothing is counted. */
export function nodeRoom(model: Model, node: Entry): NodeRoom {
  const pods = podsOn(model, node.object.metadata.name);
  const { status } = readObject(Node, node.object);
  const room = (resource: string, requested: number): Room => ({
    requested,
    allocatable: quantityValue(status?.allocatable?.[resource]),
    capacity: quantityValue(status?.capacity?.[resource]),
  });
  const asked = (resource: 'cpu' | 'memory') =>
    pods.reduce((sum, { object }) => sum + podRequest(object, resource), 0);
  return {
    cpu: room('cpu', asked('cpu')),
    memory: room('memory', asked('memory')),
    pods: room('pods', pods.length),
  };
}

/** All of them as one; without what was not captured of any. */
export function sumOfRooms(rooms: readonly NodeRoom[]): NodeRoom {
  const sum = (resource: keyof NodeRoom): Room => {
    const total = (field: 'allocatable' | 'capacity') => {
      const known = rooms.flatMap((room) => room[resource][field] ?? []);
      return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0);
    };
    return {
      requested: rooms.reduce((all, room) => all + room[resource].requested, 0),
      allocatable: total('allocatable'),
      capacity: total('capacity'),
    };
  };
  return { cpu: sum('cpu'), memory: sum('memory'), pods: sum('pods') };
}

/** Whole percent of what may be asked for; nothing where that is not known. */
export function percentOf({ requested, allocatable }: Room): number | undefined {
  return allocatable ? Math.round((100 * requested) / allocatable) : undefined;
}

/** `3.92`, `15.3 GiB`, `17`: to three digits. */
export function amountOf(resource: keyof NodeRoom, value: number): string {
  const rounded = (number: number) => number.toLocaleString('en', { maximumSignificantDigits: 3 });
  if (resource === 'pods') return value.toLocaleString('en');
  return resource === 'cpu' ? rounded(value) : `${rounded(value / 2 ** 30)} GiB`;
}
