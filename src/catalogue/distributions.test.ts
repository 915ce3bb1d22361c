import { expect, test } from 'vitest';
import { distributions } from './distributions.ts';

test('every distribution says where it is set up, where to read on, and where its facts are from', () => {
  const faults = distributions.flatMap(({ id, settings, docs, source, apiPort }) => [
    ...(settings.endsWith('.') ? [] : [`${id}: settings`]),
    ...(docs.href.startsWith('https://') && docs.title !== '' ? [] : [`${id}: docs`]),
    ...(source.certainty === 'general' || source.at.length === 0 ? [`${id}: source`] : []),
    ...([443, 6443, 8443, 16443].includes(apiPort) ? [] : [`${id}: port ${apiPort}`]),
  ]);
  expect(faults).toEqual([]);
});

test('entries of one distribution differ in their marks only', () => {
  const kept = distributions.map(({ signals, confidence, homes, ...rest }) => JSON.stringify(rest));
  const ids = new Set(distributions.map(({ id }) => id));
  expect(new Set(kept).size).toBe(ids.size);
});
