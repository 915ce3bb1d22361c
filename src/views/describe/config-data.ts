/** What ConfigMaps and Secrets hold, key by key. */
import { part, record, text } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { parseRedactionMark } from '#snapshot/redaction.ts';
import type { Describer } from './describer.ts';
import { type Item, inline, present, value } from './description.ts';
import { metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';

const ConfigMap = part({ data: record, binaryData: record });
const Secret = part({ type: text, data: record });

type Data = Readonly<Record<string, unknown>> | undefined;

function byKey(data: Data): readonly (readonly [key: string, text: string])[] {
  return Object.entries(data ?? {})
    .map(([key, given]) => [key, String(given)] as const)
    .sort(([a], [b]) => compareCodePoints(a, b));
}

function titled(title: string, items: readonly (Item | undefined)[]): Item {
  return { type: 'titled', title, items: present(items) };
}

/** Text in full; of binary data its length. */
export const describeConfigMap: Describer = ({ entry: { object } }) => {
  const { data, binaryData } = ConfigMap.read(object) ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    titled(
      'Data',
      byKey(data).map(([key, file]) => ({ type: 'file', label: key, text: file })),
    ),
    titled(
      'BinaryData',
      byKey(binaryData).map(([key, file]) => inline(key, `${decodedLength(file)} bytes`)),
    ),
  ];
};

/** The values of a Secret are not in the snapshot; how long each was says the mark in its place. */
export const describeSecret: Describer = ({ entry: { object } }) => {
  const { type = '', data } = Secret.read(object) ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    value('Type', type),
    titled(
      'Data',
      byKey(data).map(([key, mark]) => {
        const bytes = parseRedactionMark(mark)?.bytes;
        return value(key, bytes === undefined ? '<not captured>' : `${bytes} bytes`);
      }),
    ),
  ];
};

function decodedLength(base64: string): number {
  const mark = parseRedactionMark(base64);
  if (mark !== undefined) return mark.bytes;
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
