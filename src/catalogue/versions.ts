/** Minor version of Kubernetes: `'v1.36.1-eks-3cf9a1b'` → 36. Undefined when the text is none. */
export function minorOf(version: string | undefined): number | undefined {
  const match = /^v?1\.(\d+)/.exec(version ?? '');
  return match === null ? undefined : Number(match[1]);
}

/**
 * Name of the ConfigMap in which kubeadm keeps the settings of all kubelets. Until 1.23 it ended in the
 * minor version.
 */
export function kubeletConfigName(minor: number): string {
  return minor >= 24 ? 'kubelet-config' : `kubelet-config-1.${minor}`;
}
