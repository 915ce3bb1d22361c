/** What a claim to storage says, whether it is an object or a template for some. */
import { type Infer, list, part, quantities, strings, text } from '#kinds/parts/schema.ts';
import { storageClassName } from '#kinds/parts/storage-class-name.ts';
import { type Draft, group, type Item, plain, value } from '#views/describe/description.ts';
import { goList } from './go-text.ts';
import { annotationsItem, labelsItem, naming } from './metadata.ts';
import { amountText } from './resources.ts';

const ClaimMeta = part({ name: text, labels: strings, annotations: strings });

/** `spec` of a PersistentVolumeClaim. */
export const ClaimSpec = part({
  storageClassName: text,
  volumeName: text,
  volumeMode: text,
  accessModes: list(text),
  resources: part({ requests: quantities }),
  dataSource: part({ apiGroup: text, kind: text, name: text }),
});

const ClaimTemplate = part({ metadata: ClaimMeta, spec: ClaimSpec });
/** `volumeClaimTemplates` of a StatefulSet. */
export const ClaimTemplates = list(ClaimTemplate);
type ClaimTemplate = Infer<typeof ClaimTemplate>;

/** The StorageClass of a claim or volume, linked. */
export function storageClassItem({
  metadata,
  spec,
}: {
  readonly metadata?:
    | { readonly annotations?: Readonly<Record<string, string>> | undefined }
    | undefined;
  readonly spec?: { readonly storageClassName?: string | undefined } | undefined;
}): Item | undefined {
  const { annotations = {} } = metadata ?? {};
  const name = storageClassName({ metadata: { name: '', annotations }, spec });
  return value('StorageClass', naming({ group: 'storage.k8s.io', kind: 'StorageClass' }, name));
}

/** Where the data of a new volume comes from. */
export function dataSourceItem(spec: Infer<typeof ClaimSpec> | undefined): Item | undefined {
  const source = spec?.dataSource;
  if (source === undefined) return undefined;
  return group('DataSource', [
    value('APIGroup', source.apiGroup),
    value('Kind', source.kind ?? ''),
    value('Name', source.name ?? ''),
  ]);
}

/** The claim of a generic ephemeral volume: a claim without a name and a state of its own. */
export function claimTemplateItems(written: unknown): Draft {
  const template = ClaimTemplate.read(written);
  const { metadata, spec } = template ?? {};
  return [
    storageClassItem({ metadata, spec }),
    value('Volume', spec?.volumeName ?? ''),
    labelsItem('Labels', metadata?.labels),
    annotationsItem(metadata?.annotations),
    value('Capacity', ''),
    value('Access Modes', ''),
    plain('VolumeMode', spec?.volumeMode),
    dataSourceItem(spec),
  ];
}

/** `Volume Claims` of a StatefulSet. */
export function volumeClaimsItem(templates: readonly ClaimTemplate[]): Item | undefined {
  if (templates.length === 0) return value('Volume Claims', '<none>');
  return group(
    'Volume Claims',
    templates.flatMap(({ metadata, spec }) => {
      const storage = spec?.resources?.requests?.['storage'];
      return [
        value('Name', metadata?.name ?? ''),
        storageClassItem({ metadata, spec }),
        labelsItem('Labels', metadata?.labels),
        labelsItem('Annotations', metadata?.annotations),
        value('Capacity', storage === undefined ? '<default>' : amountText(storage)),
        value('Access Modes', goList(spec?.accessModes ?? [])),
      ];
    }),
  );
}
