/** What kubectl says of each place that a volume can come from. */
import { amountText } from './resources.ts';
import {
  type Cell,
  count,
  disk,
  field,
  flag,
  fsType,
  list,
  named,
  persistent,
  readOnly,
  type Source,
  scalar,
  secretRef,
  source,
  strings,
  texts,
} from './volume-cells.ts';
import { csi, downwardApi, ephemeral, projected } from './volume-parts.ts';

const sizeLimit: Cell = ({ sizeLimit: limit }) => {
  const text = scalar(limit, '0');
  return amountText(text) === '0' ? '<unset>' : amountText(text);
};

const iscsi = {
  TargetPortal: field('targetPortal'),
  IQN: field('iqn'),
  Lun: count('lun'),
  ISCSIInterface: field('iscsiInterface'),
  FSType: fsType,
  ReadOnly: readOnly,
  Portals: list('portals'),
  DiscoveryCHAPAuth: flag('chapAuthDiscovery'),
  SessionCHAPAuth: flag('chapAuthSession'),
  SecretRef: secretRef,
  InitiatorName: field('initiatorName', '<none>'),
};

const rbd = {
  CephMonitors: list('monitors'),
  RBDImage: field('image'),
  FSType: fsType,
  RBDPool: field('pool'),
  RadosUser: field('user'),
  Keyring: field('keyring'),
  SecretRef: secretRef,
  ReadOnly: readOnly,
};

/** By field of the volume. Of a volume that has two, the first here counts, as for kubectl. */
export const volumeSources: Readonly<Record<string, Source>> = {
  hostPath: source('HostPath (bare host directory volume)', {
    Path: field('path'),
    HostPathType: field('type', '<none>'),
  }),
  emptyDir: source("EmptyDir (a temporary directory that shares a pod's lifetime)", {
    Medium: field('medium'),
    SizeLimit: sizeLimit,
  }),
  gcePersistentDisk: source(
    'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    {
      PDName: field('pdName'),
      ...disk,
    },
  ),
  awsElasticBlockStore: source('AWSElasticBlockStore (a Persistent Disk resource in AWS)', {
    VolumeID: field('volumeID'),
    ...disk,
  }),
  gitRepo: source('GitRepo (a volume that is pulled from git when the pod is created)', {
    Repository: field('repository'),
    Revision: field('revision'),
  }),
  secret: source('Secret (a volume populated by a Secret)', {
    SecretName: named('Secret', 'secretName'),
    Optional: flag('optional'),
  }),
  configMap: source('ConfigMap (a volume populated by a ConfigMap)', {
    Name: named('ConfigMap', 'name'),
    Optional: flag('optional'),
  }),
  nfs: source('NFS (an NFS mount that lasts the lifetime of a pod)', {
    Server: field('server'),
    Path: field('path'),
    ReadOnly: readOnly,
  }),
  iscsi: source(
    "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
    iscsi,
  ),
  glusterfs: source("Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)", {
    EndpointsName: field('endpoints'),
    EndpointsNamespace: persistent(field('endpointsNamespace', '<unset>')),
    Path: field('path'),
    ReadOnly: readOnly,
  }),
  persistentVolumeClaim: source(
    'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    { ClaimName: named('PersistentVolumeClaim', 'claimName'), ReadOnly: readOnly },
  ),
  ephemeral,
  rbd: source("RBD (a Rados Block Device mount on the host that shares a pod's lifetime)", rbd),
  quobyte: source("Quobyte (a Quobyte mount on the host that shares a pod's lifetime)", {
    Registry: field('registry'),
    Volume: field('volume'),
    ReadOnly: readOnly,
  }),
  downwardAPI: downwardApi,
  azureDisk: source('AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)', {
    DiskName: field('diskName'),
    DiskURI: field('diskURI'),
    Kind: field('kind'),
    FSType: fsType,
    CachingMode: field('cachingMode'),
    ReadOnly: readOnly,
  }),
  vsphereVolume: source('vSphereVolume (a Persistent Disk resource in vSphere)', {
    VolumePath: field('volumePath'),
    FSType: fsType,
    StoragePolicyName: field('storagePolicyName'),
  }),
  cinder: source('Cinder (a Persistent Disk resource in OpenStack)', {
    VolumeID: field('volumeID'),
    FSType: fsType,
    ReadOnly: readOnly,
    SecretRef: secretRef,
  }),
  photonPersistentDisk: source(
    'PhotonPersistentDisk (a Persistent Disk resource in photon platform)',
    {
      PdID: field('pdID'),
      FSType: fsType,
    },
  ),
  portworxVolume: source('PortworxVolume (a Portworx Volume resource)', {
    VolumeID: field('volumeID'),
  }),
  scaleIO: source('ScaleIO (a persistent volume backed by a block device in ScaleIO)', {
    Gateway: field('gateway'),
    System: field('system'),
    'Protection Domain': field('protectionDomain'),
    'Storage Pool': field('storagePool'),
    'Storage Mode': field('storageMode'),
    VolumeName: field('volumeName'),
    FSType: fsType,
    ReadOnly: readOnly,
  }),
  local: source('LocalVolume (a persistent volume backed by local storage on a node)', {
    Path: field('path'),
  }),
  cephfs: source("CephFS (a CephFS mount on the host that shares a pod's lifetime)", {
    Monitors: list('monitors'),
    Path: field('path'),
    User: field('user'),
    SecretFile: field('secretFile'),
    SecretRef: secretRef,
    ReadOnly: readOnly,
  }),
  storageos: source('StorageOS (a StorageOS Persistent Disk resource)', {
    VolumeName: field('volumeName'),
    VolumeNamespace: field('volumeNamespace'),
    FSType: fsType,
    ReadOnly: readOnly,
  }),
  fc: source('FC (a Fibre Channel disk)', {
    TargetWWNs: ({ targetWWNs }) => texts(targetWWNs).join(', '),
    LUN: field('lun', '<none>'),
    FSType: fsType,
    ReadOnly: readOnly,
  }),
  azureFile: source(
    'AzureFile (an Azure File Service mount on the host and bind mount to the pod)',
    {
      SecretName: named('Secret', 'secretName'),
      SecretNamespace: persistent(field('secretNamespace')),
      ShareName: field('shareName'),
      ReadOnly: readOnly,
    },
  ),
  flexVolume: source(
    'FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)',
    {
      Driver: field('driver'),
      FSType: fsType,
      SecretRef: secretRef,
      ReadOnly: readOnly,
      Options: ({ options }) =>
        `map[${Object.entries(strings(options))
          .map(([key, text]) => `${key}:${text}`)
          .join(' ')}]`,
    },
  ),
  flocker: source('Flocker (a Flocker volume mounted by the Flocker agent)', {
    DatasetName: field('datasetName'),
    DatasetUUID: field('datasetUUID'),
  }),
  projected,
  csi,
  image: source('Image (a container image or OCI artifact)', {
    Reference: field('reference'),
    PullPolicy: field('pullPolicy'),
  }),
};
