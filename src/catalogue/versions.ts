/** Minor version of Kubernetes: `'v1.36.1-eks-3cf9a1b'` → 36. Undefined when the text is none. */
export function minorOf(version: string | undefined): number | undefined {
  const match = /^v?1\.(\d+)/.exec(version ?? '');
  return match === null ? undefined : Number(match[1]);
}

/**
 * Silence after which a node counts as unreachable, in seconds, when no flag says otherwise.
 *
 * @see https://github.com/kubernetes/kubernetes/pull/126287 (50 s from 1.32)
 */
export function defaultGracePeriod(minor: number): 40 | 50 {
  return minor >= 32 ? 50 : 40;
}

/**
 * Name of the ConfigMap in which kubeadm keeps the settings of all kubelets. Until 1.23 it ended in the
 * minor version.
 */
export function kubeletConfigName(minor: number): string {
  return minor >= 24 ? 'kubelet-config' : `kubelet-config-1.${minor}`;
}
