import { type GivenFlag, parseFlags } from '#catalogue/flags/command-line.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from './cluster.ts';
import { commandLine, configText } from './read.ts';

/** The flags of a component's first pod; empty when no pod of it is in the snapshot. */
export function flagsOf(cluster: Cluster, component: string): readonly GivenFlag[] {
  const [pod] = cluster.component(component).flatMap(({ pods }) => pods);
  return pod === undefined ? [] : parseFlags(commandLine(pod, component));
}

/** The value of one flag; undefined when it is not set, or not to be seen. */
export function flagOf(cluster: Cluster, component: string, flag: string): string | undefined {
  return flagsOf(cluster, component).find(({ name }) => name === flag)?.value;
}

/** A ConfigMap of kube-system by name. */
export function systemConfig(cluster: Cluster, name: string): Entry | undefined {
  return find(cluster, 'ConfigMap', 'kube-system', name);
}

/** The settings that kubeadm gives to all kubelets, under the name of any version. */
export function kubeletConfig(cluster: Cluster): Entry | undefined {
  return all(cluster, 'ConfigMap', 'kube-system').find(({ object }) =>
    /^kubelet-config(-1\.\d+)?$/.test(object.metadata.name),
  );
}

/** The value of a line `key: value` at any depth of a YAML text, without quotes. */
export function yamlValue(text: string | undefined, key: string): string | undefined {
  const match = new RegExp(`^\\s*${key}:[ \\t]*(.*)$`, 'm').exec(text ?? '');
  return match?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** The settings of kube-proxy, as an installer or Amazon writes them, or of what does its work on OpenShift. */
export function proxyConfig(
  cluster: Cluster,
): { readonly entry: Entry; readonly key: string; readonly text: string } | undefined {
  const places = [
    ['kube-system', 'kube-proxy', 'config.conf'],
    ['kube-system', 'kube-proxy-config', 'config'],
    ['openshift-sdn', 'sdn-config', 'kube-proxy-config.yaml'],
  ] as const;
  for (const [namespace, name, key] of places) {
    const entry = find(cluster, 'ConfigMap', namespace, name);
    const text = entry && configText(entry).get(key);
    if (entry !== undefined && text !== undefined) return { entry, key, text };
  }
  return undefined;
}

/** The ConfigMap whose key `Corefile` sets CoreDNS up: that of an installer, or of OpenShift's operator. */
export function corefileMap(cluster: Cluster): Entry | undefined {
  return (
    systemConfig(cluster, 'coredns') ?? find(cluster, 'ConfigMap', 'openshift-dns', 'dns-default')
  );
}

/** The Corefile of CoreDNS. */
export function corefile(cluster: Cluster): string | undefined {
  const entry = corefileMap(cluster);
  return entry && configText(entry).get('Corefile');
}

/** The domain of Service names, and whether the snapshot proves it. */
export function dnsDomain(cluster: Cluster): { readonly domain: string; readonly proven: boolean } {
  const inCorefile = /^\s*kubernetes\s+(\S+)/m.exec(corefile(cluster) ?? '')?.[1];
  const kubeadm = systemConfig(cluster, 'kubeadm-config');
  const written = yamlValue(
    kubeadm && configText(kubeadm).get('ClusterConfiguration'),
    'dnsDomain',
  );
  const domain = inCorefile ?? written;
  return { domain: domain ?? 'cluster.local', proven: domain !== undefined };
}
