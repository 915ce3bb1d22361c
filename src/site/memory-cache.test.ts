import { expect, test } from 'vitest';
import { memoryCache } from './memory-cache.ts';

test('what was kept is there for its key, and for no other', async () => {
  const cache = memoryCache();
  await cache.set('flowchart', '<svg/>');
  expect(await cache.get('flowchart')).toBe('<svg/>');
  expect(await cache.get('flowchart ')).toBeUndefined();
  expect(await memoryCache().get('flowchart')).toBeUndefined();
});
