import { count } from '#views/words.ts';
import type { HitGroup } from './hits.ts';
import { namespaceAddress } from './object-address.ts';
import type { OpenIndex } from './open-search-index.ts';

const maxOfEach = 6;

/** Where to go when nothing was typed yet: the largest namespaces, the first kinds. */
export function suggestions(index: OpenIndex): readonly HitGroup[] {
  const namespaces = index.namespaces.toSorted(([, a], [, b]) => b - a).slice(0, maxOfEach);
  return [
    {
      label: 'Namespaces',
      total: index.namespaces.length,
      hits: namespaces.map(([name, objects, href]) => ({
        href: href ?? namespaceAddress(index.root, name),
        title: name,
        kind: 'Namespace',
        says: count(objects, 'object'),
        glyph: 'namespace',
        category: 'machine',
        score: 0,
      })),
    },
    {
      label: 'Kinds',
      total: index.kinds.length,
      hits: index.kinds.slice(0, maxOfEach).map(({ href, label, count: objects, ...kind }) => ({
        href,
        title: label,
        kind: 'Kind',
        says: count(objects, 'object'),
        glyph: kind.glyph,
        category: kind.category,
        score: 0,
      })),
    },
  ];
}
