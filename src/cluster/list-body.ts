import { z } from 'zod';
import { parseJson } from '#snapshot/json.ts';
import { isKubeObject, type KubeObject } from '#snapshot/kube-object.ts';
import type { ResourceType } from '#snapshot/manifest.ts';
import type { BodyReader } from './body.ts';
import { fieldSetParser } from './field-sets.ts';
import { type ItemText, ListScanner } from './list-scanner.ts';

/** A page of a list without its objects. */
export interface Page {
  readonly resourceVersion: string | undefined;
  /** Where the list goes on; `undefined` at its end. */
  readonly continueToken: string | undefined;
  readonly objects: number;
  /** Items without a name, which were dropped. */
  readonly nameless: number;
}

// Bytes. Items that lie in them whole are cheaper; a chunk from the network holds one or two.
const scannedAtOnce = 128 * 1024;

const List = z.looseObject({
  metadata: z
    .looseObject({ resourceVersion: z.string().nullish(), continue: z.string().nullish() })
    .nullish(),
  // Go writes an empty list as null. Without the field it is something else.
  items: z.array(z.unknown()).nullable(),
});

/** What the items of a list are. */
export interface ItemType {
  readonly type: ResourceType;
  /** They are nothing but metadata, whatever they say. */
  readonly metadataOnly: boolean;
}

/**
 * Reads a page of a list and gives its objects away as they come. Its value is `undefined` when the
 * answer is JSON but no list.
 */
export function pageReader(
  item: ItemType,
  take: (objects: readonly KubeObject[]) => Promise<void>,
): BodyReader<Page | undefined> {
  const scanner = new ListScanner(parseItem);
  let waiting: Buffer[] = [];
  let bytes = 0;
  let objects = 0;
  let nameless = 0;
  const scan = async () => {
    const chunk = Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
    const items = scanner.push(chunk).map((each) => withType(each, item));
    const named = items.filter(isKubeObject);
    objects += named.length;
    nameless += items.length - named.length;
    if (named.length > 0) await take(named);
  };
  return {
    push(chunk) {
      waiting.push(chunk);
      bytes += chunk.length;
      return bytes < scannedAtOnce ? undefined : scan();
    },
    async end() {
      await scan();
      const { data: list } = List.safeParse(JSON.parse(scanner.end()));
      if (list === undefined) return undefined;
      return {
        resourceVersion: list.metadata?.resourceVersion || undefined,
        continueToken: list.metadata?.continue || undefined,
        objects,
        nameless,
      };
    },
  };
}

// One for all lists: what it remembers has a bound.
const parse = fieldSetParser();

function parseItem({ text, longNumber }: ItemText): object {
  return longNumber ? (parseJson(text) as object) : parse(text);
}

/** An item says what it is only if it is a custom resource; a list of metadata says so of none. */
function withType(item: object, { type, metadataOnly }: ItemType): unknown {
  const { group, version, kind } = type;
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return metadataOnly ? { ...item, apiVersion, kind } : { apiVersion, kind, ...item };
}
