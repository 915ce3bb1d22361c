/**
 * Conditions whose `True` is bad news. Most say that something works; these say that something is wrong.
 */
const troubles =
  /^(MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable|ReplicaFailure|Failed|FailureTarget|Denied|Dangling|DisruptionTarget|NamespaceDeletion\w+|NamespaceContentRemaining|NamespaceFinalizersRemaining|NonStructuralSchema|Terminating|Degraded|Stalled)$/;

/** Conditions that are news of neither kind. */
const neutral =
  /^(Suspended|ScalingLimited|Issuing|Resizing|FileSystemResizePending|KubernetesAPIApprovalPolicyConformant)$/;

/** What a condition of `status.conditions` means for its object, by its type and status. */
export function conditionNews(
  type: string,
  status: string,
): 'good' | 'bad' | 'neither' | 'unknown' {
  if (status === 'Unknown') return 'unknown';
  if (neutral.test(type)) return 'neither';
  return status === (isTrouble(type) ? 'False' : 'True') ? 'good' : 'bad';
}

/** Whether a condition of this type is there to report trouble. */
export function isTrouble(type: string): boolean {
  return troubles.test(type);
}
