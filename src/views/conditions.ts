import type { Health } from '#kinds/kind.ts';
import { list, part, text } from '#kinds/parts/schema.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** One entry of `status.conditions`, as captured. */
export interface ConditionRow {
  readonly type: string;
  readonly health: Health;
  /** RFC 3339. */
  readonly since?: string | undefined;
  readonly reason: string;
  readonly message: string;
}

const Conditions = part({
  status: part({
    conditions: list(
      part({ type: text, status: text, lastTransitionTime: text, reason: text, message: text }),
    ),
  }),
});

/**
 * Conditions whose `True` is bad news. Most say that something works; these say that something is wrong.
 */
const troubles =
  /^(MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable|ReplicaFailure|Failed|FailureTarget|Denied|Dangling|DisruptionTarget|NamespaceDeletion\w+|NamespaceContentRemaining|NamespaceFinalizersRemaining|NonStructuralSchema|Terminating|Degraded|Stalled)$/;

/** Conditions that are news of neither kind. */
const neutral =
  /^(Suspended|ScalingLimited|Issuing|Resizing|FileSystemResizePending|KubernetesAPIApprovalPolicyConformant)$/;

function healthOf(type: string, status: string): Health {
  if (status === 'Unknown') return { state: 'unknown', word: status };
  if (neutral.test(type)) return { state: 'done', word: status };
  const good = troubles.test(type) ? 'False' : 'True';
  return { state: status === good ? 'ok' : 'warn', word: status };
}

/** The conditions of an object, in its own order. */
export function conditionsOf(object: KubeObject): readonly ConditionRow[] {
  const conditions = Conditions.read(object)?.status?.conditions ?? [];
  return conditions.map(({ type = '', status = '', lastTransitionTime, reason, message }) => ({
    type,
    health: healthOf(type, status),
    since: lastTransitionTime,
    reason: reason ?? '',
    message: message ?? '',
  }));
}
