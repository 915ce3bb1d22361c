import { fieldAt, fieldsOf, type KeyField } from './key-field.ts';

/**
 * What each probe decides, and what the kubelet fills in where a probe says nothing.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
const failing = {
  livenessProbe: 'the container is started again',
  readinessProbe: 'Services send it no traffic',
  startupProbe: 'the container is started again; until it first succeeds the other probes wait',
} as const;

/** The probes of a container. */
export const probeFields: readonly KeyField[] = (
  ['startupProbe', 'livenessProbe', 'readinessProbe'] as const
).map((path) => ({
  path,
  says: (value) => {
    const probe = fieldsOf(value);
    const asked = askedOf(probe);
    if (asked === undefined) return undefined;
    const seconds = numberIn(probe, 'periodSeconds', 10);
    const times = numberIn(probe, 'failureThreshold', 3);
    const delay = numberIn(probe, 'initialDelaySeconds', 0);
    const first = delay > 0 ? ` from ${delay} s after its start` : '';
    const failures = times === 1 ? '1 failure' : `${times} failures in a row`;
    return {
      value: asked,
      says: `Asked every ${seconds} s${first}; after ${failures} ${failing[path]}.`,
    };
  },
}));

function numberIn(
  probe: Readonly<Record<string, unknown>>,
  name: string,
  otherwise: number,
): number {
  const value = probe[name];
  return typeof value === 'number' ? value : otherwise;
}

/** `GET /ready on port 8181`, `TCP port 5432`. */
function askedOf(probe: Readonly<Record<string, unknown>>): string | undefined {
  const http = probe['httpGet'];
  if (http !== undefined) {
    const path = fieldAt(http, 'path') ?? '/';
    return `GET ${path} on port ${fieldAt(http, 'port')}`;
  }
  if (probe['tcpSocket'] !== undefined) return `TCP port ${fieldAt(probe, 'tcpSocket.port')}`;
  if (probe['grpc'] !== undefined) return `gRPC port ${fieldAt(probe, 'grpc.port')}`;
  const command = fieldAt(probe, 'exec.command');
  return Array.isArray(command) ? command.join(' ') : undefined;
}
