/** Sources of volumes that are made of more than fields. */
import { type Fields, isFields } from '#snapshot/fields.ts';
import { type Draft, type Item, lines, value } from '#views/describe/description.ts';
import { claimTemplateItems } from './claim.ts';
import { labelsItem } from './metadata.ts';
import {
  field,
  flag,
  fsType,
  named,
  persistent,
  readOnly,
  type Source,
  scalar,
  source,
  strings,
  type VolumeSite,
} from './volume-cells.ts';

const attributes: Source = ({ volumeAttributes }) => [
  labelsItem('VolumeAttributes', strings(volumeAttributes)),
];

/** Attributes of the volume stand a line each. */
export function csi(fields: Fields, site: VolumeSite): Draft {
  const cells = {
    Driver: field('driver'),
    FSType: fsType,
    VolumeHandle: persistent(field('volumeHandle')),
    ReadOnly: readOnly,
  };
  const type = 'CSI (a Container Storage Interface (CSI) volume source)';
  return [...source(type, cells)(fields, site), ...attributes(fields, site)];
}

/** The sources one after the other, without a border between them. */
export function projected({ sources }: Fields, site: VolumeSite): Draft {
  const all = Array.isArray(sources) ? sources.filter(isFields) : [];
  return [
    value('Type', 'Projected (a volume that contains injected data from multiple sources)'),
    ...all.flatMap((each) => projectedItems(each, site)),
  ];
}

/** A source that kubectl does not know yet is left out, as kubectl does. */
function projectedItems(
  { secret, downwardAPI, configMap, serviceAccountToken: token }: Fields,
  site: VolumeSite,
): readonly (Item | undefined)[] {
  const nameOf = (label: string, kind: string, fields: Fields) => [
    value(label, named(kind, 'name')(fields, site)),
    value('Optional', flag('optional')(fields, site)),
  ];
  if (isFields(secret)) return nameOf('SecretName', 'Secret', secret);
  if (isFields(downwardAPI)) return [value('DownwardAPI', 'true')];
  if (isFields(configMap)) return nameOf('ConfigMapName', 'ConfigMap', configMap);
  if (!isFields(token)) return [];
  return [value('TokenExpirationSeconds', scalar(token['expirationSeconds'], '3600'))];
}

/** Each item as `field -> path`. */
export function downwardApi({ items }: Fields): Draft {
  const all = Array.isArray(items) ? items.filter(isFields) : [];
  return [
    value('Type', 'DownwardAPI (a volume populated by information about the pod)'),
    lines(
      'Items',
      all.flatMap(({ fieldRef, resourceFieldRef, path }) => {
        const from = isFields(fieldRef)
          ? fieldRef['fieldPath']
          : isFields(resourceFieldRef) && resourceFieldRef['resource'];
        return typeof from === 'string' ? [`${from} -> ${scalar(path, '')}`] : [];
      }),
    ),
  ];
}

/** The claim that is made for the Pod. */
export function ephemeral({ volumeClaimTemplate: template }: Fields): Draft {
  const type =
    'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)';
  return [value('Type', type), ...(isFields(template) ? claimTemplateItems(template) : [])];
}
