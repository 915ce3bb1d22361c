import { expect, test } from 'vitest';
import { besideObjects } from './beside-objects.ts';
import { readBook } from './book.ts';
import { besideModel, objectPageData } from './object-page-data.ts';
import { objectPagesOf } from './object-pages.ts';
import { readSettings } from './settings.ts';

/** Paths of what JSON would drop or change, so that two pages that differ in it would pass for the same. */
function unspeakable(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? [path] : [];
  }
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return value.flatMap((item, i) => unspeakable(item, `${path}[${i}]`));
  if (prototype !== Object.prototype && prototype !== null) return [path];
  return Object.entries(value).flatMap(([key, field]) => unspeakable(field, `${path}.${key}`));
}

test('JSON tells the data of any two pages apart: nothing in it is a Map, a class or a function', async () => {
  const book = await readBook({ ...readSettings({}), samples: true });
  for (const cluster of book.clusters) {
    const beside = await besideObjects(book, cluster);
    const pages = objectPagesOf(book, cluster);
    expect(pages.length).toBeGreaterThan(100);
    for (const of of pages) {
      const given = besideModel(book, cluster, of, beside);
      expect(unspeakable(given, of.path)).toEqual([]);
      expect(unspeakable(objectPageData(book, cluster, of, given), of.path)).toEqual([]);
    }
  }
});
