import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const amazonStorageComponents: readonly Component[] = [
  {
    id: 'ebs-csi-controller',
    name: 'EBS CSI controller',
    category: 'storage',
    role: 'Creates, attaches and resizes EBS disks.',
    owners: ['Deployment'],
    labels: ['app=ebs-csi-controller'],
    image: /aws-ebs-csi-driver$/i,
    connections: [
      {
        to: { name: 'the EC2 API' },
        port: 443,
        over: 'HTTPS',
        for: 'create, attach and resize disks',
      },
      {
        from: { name: 'CSI helpers in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'ask for volumes',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'ebs.csi.aws.com',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'flags',
        names: ['extra-tags', 'k8s-tag-cluster-id'],
        holds: 'How disks are labelled.',
      },
    ],
    docs: {
      title: 'Amazon EBS CSI driver',
      href: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/HEAD/deploy/kubernetes/base/controller.yaml',
    ),
  },
  {
    id: 'ebs-csi-node',
    name: 'EBS CSI node driver',
    category: 'storage',
    role: 'Mounts EBS disks on the node.',
    owners: ['DaemonSet'],
    labels: ['app=ebs-csi-node'],
    image: /aws-ebs-csi-driver$/i,
    connections: [
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'ebs.csi.aws.com',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'flags',
        names: ['volume-attach-limit', 'reserved-volume-attachments'],
        holds: 'How many disks a node takes.',
      },
    ],
    docs: {
      title: 'Amazon EBS CSI driver',
      href: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/HEAD/deploy/kubernetes/base/node.yaml',
    ),
  },
  {
    id: 'efs-csi',
    name: 'EFS CSI driver',
    category: 'storage',
    role: 'Shared NFS file systems from EFS.',
    owners: ['Deployment', 'DaemonSet'],
    labels: ['app=efs-csi-controller', 'app=efs-csi-node'],
    image: /aws-efs-csi-driver$/i,
    connections: [
      {
        to: { name: 'the mount target of the file system' },
        port: 2049,
        over: 'NFS over TLS',
        for: 'read and write files',
      },
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
      { to: { name: 'the EFS API' }, port: 443, over: 'HTTPS', for: 'make access points' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'efs.csi.aws.com',
        holds: 'What the cluster must know of the driver.',
      },
    ],
    docs: {
      title: 'Amazon EFS CSI driver',
      href: 'https://github.com/kubernetes-sigs/aws-efs-csi-driver',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/HEAD/deploy/kubernetes/base/node-daemonset.yaml',
      'https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/HEAD/docs/efs-create-filesystem.md',
    ),
  },
];
