import type { KubeObject } from '#snapshot/kube-object.ts';

/**
 * The newest time at which something in the cluster wrote into one of its objects; the dump was taken soon
 * after. Times that may lie in the future (the end of a certificate, a deletion) do not count.
 */
export class NewestTime {
  #newest: number | undefined;

  see(object: KubeObject): void {
    for (const text of timesOf(object)) {
      const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
      if (Number.isNaN(time)) continue;
      this.#newest = Math.max(time, this.#newest ?? time);
    }
  }

  /** In milliseconds; `undefined` when the objects carry no times. */
  conclude(): number | undefined {
    return this.#newest;
  }
}

function* timesOf(object: KubeObject): Generator<unknown> {
  yield object.metadata.creationTimestamp;
  for (const entry of records(object.metadata['managedFields'])) yield entry['time'];
  for (const condition of records(record(object['status'])['conditions'])) {
    yield condition['lastTransitionTime'];
    yield condition['lastHeartbeatTime'];
    yield condition['lastUpdateTime'];
  }
  if (object.kind === 'Lease') yield record(object['spec'])['renewTime'];
  if (object.kind === 'Event') {
    yield object['lastTimestamp'];
    yield object['eventTime'];
    yield object['deprecatedLastTimestamp'];
    yield record(object['series'])['lastObservedTime'];
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(record) : [];
}
