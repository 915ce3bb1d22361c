import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const localStorageComponents: readonly Component[] = [
  {
    id: 'storage-provisioner-minikube',
    name: 'minikube storage provisioner',
    category: 'storage',
    role: "Creates hostPath volumes for minikube's standard class.",
    owners: ['bare pod'],
    labels: ['integration-test=storage-provisioner'],
    image: /k8s-minikube\/storage-provisioner$/i,
    workload: /^storage-provisioner$/i,
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'watch claims, create volumes' }],
    configuration: [
      {
        in: 'object',
        kind: 'StorageClass.storage.k8s.io',
        name: 'standard',
        holds: 'The class that claims ask for; its provisioner is `k8s.io/minikube-hostpath`.',
      },
    ],
    docs: {
      title: 'minikube: Persistent Volumes',
      href: 'https://minikube.sigs.k8s.io/docs/handbook/persistent_volumes/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/storage-provisioner/storage-provisioner.yaml.tmpl',
      'https://minikube.sigs.k8s.io/docs/handbook/persistent_volumes/',
    ),
  },
  {
    id: 'storage-provisioner-docker-desktop',
    name: 'Docker Desktop storage provisioner',
    category: 'storage',
    role: "Creates hostPath volumes for Docker Desktop's hostpath class.",
    owners: ['bare pod'],
    image: /desktop-storage-provisioner$/i,
    workload: /^storage-provisioner$/i,
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'watch claims, create volumes' }],
    configuration: [
      {
        in: 'object',
        kind: 'StorageClass.storage.k8s.io',
        name: 'hostpath',
        holds: 'The class that claims ask for; its provisioner is `docker.io/hostpath`.',
      },
    ],
    docs: {
      title: 'Docker Desktop: Kubernetes',
      href: 'https://docs.docker.com/desktop/features/kubernetes/',
    },
    source: verified('https://docs.docker.com/desktop/features/kubernetes/'),
  },
  {
    id: 'local-path-provisioner',
    name: 'Local path provisioner',
    category: 'storage',
    role: 'Creates node-local directories as volumes, using short helper pods.',
    owners: ['Deployment'],
    namespaces: ['local-path-storage', 'kube-system'],
    labels: ['app=local-path-provisioner'],
    image: /local-path-provisioner$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch claims, create volumes and helper pods' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: 'local-path-config',
        keys: ['config.json', 'setup', 'teardown', 'helperPod.yaml'],
        holds: 'Which folders of a node become volumes, and how they are made and removed.',
      },
      {
        in: 'object',
        kind: 'StorageClass.storage.k8s.io',
        name: 'local-path',
        holds: 'The class that claims ask for; its provisioner is `rancher.io/local-path`.',
      },
    ],
    docs: {
      title: 'Rancher local-path-provisioner project',
      href: 'https://github.com/rancher/local-path-provisioner',
    },
    source: verified(
      'https://github.com/rancher/local-path-provisioner/blob/HEAD/deploy/local-path-storage.yaml',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/external_provisioner/local_path_provisioner/templates/local-path-storage-cm.yml.j2',
    ),
  },
  {
    id: 'hostpath-provisioner-microk8s',
    name: 'MicroK8s hostpath provisioner',
    category: 'storage',
    role: 'MicroK8s add-on: directories on the node as volumes.',
    owners: ['Deployment'],
    labels: ['k8s-app=hostpath-provisioner'],
    image: /hostpath-provisioner/i,
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'watch claims, create volumes' }],
    configuration: [
      {
        in: 'object',
        kind: 'StorageClass.storage.k8s.io',
        name: 'microk8s-hostpath',
        holds: 'The class that claims ask for; its provisioner is `microk8s.io/hostpath`.',
      },
      { in: 'environment', names: ['PV_DIR', 'NODE_NAME'], holds: 'The folder of the volumes.' },
    ],
    docs: {
      title: 'MicroK8s: hostpath-storage add-on',
      href: 'https://microk8s.io/docs/addon-hostpath-storage',
    },
    source: verified(
      'https://github.com/canonical/microk8s-core-addons/blob/HEAD/addons/hostpath-storage/storage.yaml',
    ),
  },
  {
    id: 'local-volume-provisioner',
    name: 'Local volume provisioner',
    category: 'storage',
    role: 'Publishes pre-made local disks as PersistentVolumes.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=local-volume-provisioner'],
    image: /local-volume-provisioner$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'create PersistentVolumes for disks it finds' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^local-(volume-provisioner|provisioner-config)$/,
        keys: ['storageClassMap'],
        holds: 'Which folders it looks in, by class.',
      },
    ],
    docs: {
      title: 'Volumes: local',
      href: 'https://kubernetes.io/docs/concepts/storage/volumes/#local',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/external_provisioner/local_volume_provisioner/templates/local-volume-provisioner-cm.yml.j2',
    ),
  },
  {
    id: 'csi-hostpath',
    name: 'CSI hostpath driver',
    category: 'storage',
    role: 'Demonstration CSI driver.',
    owners: ['DaemonSet', 'StatefulSet'],
    labels: ['app.kubernetes.io/name=csi-hostpathplugin'],
    image: /hostpathplugin$/i,
    connections: [
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'hostpath.csi.k8s.io',
        holds: 'What the cluster must know of the driver.',
      },
    ],
    docs: {
      title: 'CSI hostpath driver project',
      href: 'https://github.com/kubernetes-csi/csi-driver-host-path',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/csi-hostpath-driver/deploy/csi-hostpath-plugin.yaml.tmpl',
      'https://github.com/kubernetes/minikube/blob/HEAD/deploy/addons/csi-hostpath-driver/deploy/csi-hostpath-driverinfo.yaml',
    ),
  },
];
