import { expect, test } from 'vitest';
import { formatLabels, formatSelector, labelSelector } from './label-selector.ts';

test('a selector prints its terms by key, values sorted, as kubectl does', () => {
  const selector = labelSelector.read({
    matchLabels: { tier: 'front', app: 'web' },
    matchExpressions: [
      { key: 'zone', operator: 'In', values: ['b', 'a'] },
      { key: 'env', operator: 'NotIn', values: ['dev'] },
      { key: 'canary', operator: 'DoesNotExist' },
      { key: 'live', operator: 'Exists' },
    ],
  });
  expect(formatSelector(selector)).toBe(
    'app=web,!canary,env notin (dev),live,tier=front,zone in (a,b)',
  );
});

test('no selector and a selector without terms print nothing', () => {
  expect(formatSelector(labelSelector.read(null))).toBe('');
  expect(formatSelector(labelSelector.read({}))).toBe('');
  expect(labelSelector.read(undefined)).toBeUndefined();
});

test('labels print sorted, or <none>', () => {
  expect(formatLabels({ b: '2', a: '1' })).toBe('a=1,b=2');
  expect(formatLabels({})).toBe('<none>');
  expect(formatLabels(undefined)).toBe('<none>');
});
