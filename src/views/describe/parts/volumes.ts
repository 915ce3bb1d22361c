/** Volumes of a Pod or of a template, and what a PersistentVolume is kept on. */
import { list, record } from '#kinds/parts/schema.ts';
import type { Fields } from '#snapshot/fields.ts';
import { group, type Item, note, values } from '#views/describe/description.ts';
import type { VolumeSite } from './volume-cells.ts';
import { volumeSources } from './volume-sources.ts';

/** Volumes with all their fields: which of them there are depends on the source. */
export const Volumes = list(record);

/** What a volume is, source first. A source that nobody knows is `<unknown>`. */
export function sourceItems(volume: Fields, site: VolumeSite): readonly (Item | undefined)[] {
  for (const [field, describe] of Object.entries(volumeSources)) {
    const source = volume[field];
    if (typeof source === 'object' && source !== null) return describe(source as Fields, site);
  }
  return [note('<unknown>')];
}

/** `Volumes`, a group for each. */
export function volumesItem(
  volumes: readonly Fields[],
  site: VolumeSite & { readonly indent?: number | undefined },
): Item {
  if (volumes.length === 0) return values('Volumes', []);
  return group(
    'Volumes',
    volumes.map((volume) =>
      group(String(volume['name'] ?? ''), sourceItems(volume, site), site.indent),
    ),
    site.indent,
  );
}
