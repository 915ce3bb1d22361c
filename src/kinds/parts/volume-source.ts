import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';
import { type Infer, part, record, text } from './schema.ts';

/** What a PersistentVolume can be kept on: each is a field of its `spec`, and one of them is set. */
export const volumeSources = {
  csi: record,
  hostPath: record,
  local: record,
  nfs: record,
  iscsi: record,
  fc: record,
  rbd: record,
  cephfs: record,
  cinder: record,
  glusterfs: record,
  azureDisk: record,
  azureFile: record,
  awsElasticBlockStore: record,
  gcePersistentDisk: record,
  vsphereVolume: record,
  portworxVolume: record,
  quobyte: record,
  scaleIO: record,
  storageos: record,
  flexVolume: record,
  flocker: record,
};

const Sources = part(volumeSources);
type Sources = Infer<typeof Sources>;

interface Source {
  readonly field: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function sourcesOf(spec: Sources | undefined): readonly Source[] {
  return Object.entries(spec ?? {}).flatMap(([field, values]) =>
    field in volumeSources && typeof values === 'object' ? [{ field, values }] : [],
  );
}

/** The source a line a value, nested objects left out: `['nfs', 'server 10.0.0.1', 'path /archive']`. */
export function sourceLines(spec: Sources | undefined): readonly string[] {
  return sourcesOf(spec).flatMap(({ field, values }) => [
    field,
    ...Object.entries(values).flatMap(([key, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [`${key} ${value}`] : [],
    ),
  ]);
}

/** Fields of a source that name a Secret, and what it is for. */
const secretFields: Readonly<Record<string, string>> = {
  secretRef: 'mount',
  controllerPublishSecretRef: 'attach',
  nodeStageSecretRef: 'mount on the node',
  nodePublishSecretRef: 'mount in the pod',
  controllerExpandSecretRef: 'grow',
  nodeExpandSecretRef: 'grow on the node',
};

const SecretRef = part({ name: text, namespace: text });
const AzureFile = part({ secretName: text, secretNamespace: text });

/**
 * Edges to the Secrets with which a volume is attached and mounted.
 *
 * @param namespace Of the claim: where Azure looks when the volume names no namespace.
 */
export function sourceSecrets(
  spec: Sources | undefined,
  namespace: string | undefined,
): readonly Reference[] {
  const { secretName, secretNamespace = namespace } = AzureFile.read(spec?.azureFile) ?? {};
  return [
    ...sourcesOf(spec).flatMap(({ field, values }) =>
      Object.entries(secretFields).flatMap(([key, detail]) => {
        const ref = SecretRef.read(values[key]);
        return refer('credentials', 'Secret', {
          name: ref?.name,
          namespace: ref?.namespace,
          path: `spec.${field}.${key}.name`,
          detail,
        });
      }),
    ),
    ...refer('credentials', 'Secret', {
      name: secretName,
      namespace: secretNamespace,
      path: 'spec.azureFile.secretName',
      detail: 'mount',
    }),
  ];
}
