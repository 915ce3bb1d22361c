import { expect, test } from 'vitest';
import type { TextCache } from '#diagrams/text-cache.ts';
import { rememberingCache } from './remembering-cache.ts';

/** A cache that notes what it is asked. */
function watchedCache(kept: Record<string, string>): TextCache & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: async (key) => {
      asked.push(`get ${key}`);
      return kept[key];
    },
    set: async (key) => {
      asked.push(`set ${key}`);
    },
  };
}

test('what the lasting cache has is read from it once', async () => {
  const lasting = watchedCache({ flowchart: '<svg/>' });
  const cache = rememberingCache(lasting);
  expect(await cache.get('flowchart')).toBe('<svg/>');
  expect(await cache.get('flowchart')).toBe('<svg/>');
  expect(lasting.asked).toEqual(['get flowchart']);
});

test('what is new is kept in both, and not read back', async () => {
  const lasting = watchedCache({});
  const cache = rememberingCache(lasting);
  expect(await cache.get('pie')).toBeUndefined();
  await cache.set('pie', '<svg/>');
  expect(await cache.get('pie')).toBe('<svg/>');
  expect(lasting.asked).toEqual(['get pie', 'set pie']);
});
