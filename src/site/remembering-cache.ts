import { hash } from 'node:crypto';
import { noCache, type TextCache } from '#diagrams/text-cache.ts';

/**
 * A cache in memory before one that lasts: namespaces that are built alike have figures of one shape, and
 * a build lays each shape out, reads and keeps it once. Holds all it was given, some 10 kB a shape.
 */
export function rememberingCache(lasting: TextCache = noCache): TextCache {
  const texts = new Map<string, string>();
  const digest = (key: string) => hash('sha256', key);
  return {
    get: async (key) => {
      const id = digest(key);
      const known = texts.get(id) ?? (await lasting.get(key));
      if (known !== undefined) texts.set(id, known);
      return known;
    },
    set: async (key, text) => {
      texts.set(digest(key), text);
      await lasting.set(key, text);
    },
  };
}
