import { hash } from 'node:crypto';
import type { TextCache } from '#diagrams/text-cache.ts';

/**
 * A cache for one build: namespaces that are built alike have figures of one shape, which is laid out once.
 * Holds all it was given, some 10 kB a shape, but of keys only a digest.
 */
export function memoryCache(): TextCache {
  const texts = new Map<string, string>();
  const digest = (key: string) => hash('sha256', key);
  return {
    get: async (key) => texts.get(digest(key)),
    set: async (key, text) => void texts.set(digest(key), text),
  };
}
