import { expect, test } from 'vitest';
import { columnOrder, sorted } from './column-order.ts';

function inOrder(
  head: string,
  cells: readonly string[],
  direction: 'ascending' | 'descending' = 'ascending',
): readonly string[] {
  return sorted(cells, (cell) => cell, columnOrder(head, cells), direction);
}

test.each([
  ['AGE', ['6d4h', '90m', '2y3d', '45s', '7d']],
  ['LAST SEEN', ['5m (x3 over 2h)', '61s', '2h (x9 over 1d)']],
] as const)('ages in %s sort by length', (head, cells) => {
  const expected = {
    AGE: ['45s', '90m', '6d4h', '7d', '2y3d'],
    'LAST SEEN': ['61s', '5m (x3 over 2h)', '2h (x9 over 1d)'],
  };
  expect(inOrder(head, cells)).toEqual(expected[head]);
});

test('quantities sort by size, whatever their unit', () => {
  expect(inOrder('CPU', ['2', '250m', '1.5', '1k', '100u'])).toEqual([
    '100u',
    '250m',
    '1.5',
    '2',
    '1k',
  ]);
  expect(inOrder('CAPACITY', ['1Gi', '900Mi', '1G', '10Ti', '512Ki'])).toEqual([
    '512Ki',
    '900Mi',
    '1G',
    '1Gi',
    '10Ti',
  ]);
});

test('numbers sort as numbers, also with thousands, a sign of percent, or a remark behind', () => {
  expect(inOrder('Objects', ['1,702', '12', '333'])).toEqual(['12', '333', '1,702']);
  expect(inOrder('RESTARTS', ['10 (5h ago)', '0', '9 (1d ago)'])).toEqual([
    '0',
    '9 (1d ago)',
    '10 (5h ago)',
  ]);
  expect(inOrder('Memory', ['100%', '9%'])).toEqual(['9%', '100%']);
});

test('what is least ready comes first', () => {
  expect(inOrder('READY', ['3/3', '1/2', '0/10', '2/3', '0/0'])).toEqual([
    '0/10',
    '1/2',
    '2/3',
    '3/3',
    '0/0',
  ]);
});

test('names, addresses and versions sort as text in which numbers count', () => {
  expect(inOrder('NAME', ['web-10', 'web-2', 'api'])).toEqual(['api', 'web-2', 'web-10']);
  expect(inOrder('IP', ['10.10.0.1', '10.2.0.1', '10.2.0.10'])).toEqual([
    '10.2.0.1',
    '10.2.0.10',
    '10.10.0.1',
  ]);
  expect(inOrder('VERSION', ['1.10', '1.9', '1.36'])).toEqual(['1.9', '1.10', '1.36']);
  expect(inOrder('NAME', ['constructor', '__proto__', '10'])).toEqual([
    '__proto__',
    '10',
    'constructor',
  ]);
});

test('a column of more than one sort of value is text', () => {
  expect(inOrder('CLUSTER-IP', ['None', '10.96.0.10', '10.96.0.1'])).toEqual([
    '10.96.0.1',
    '10.96.0.10',
    'None',
  ]);
});

test('what has no value comes last, up and down', () => {
  const cells = ['<none>', '5', '', '40', '<unset>'];
  expect(inOrder('COUNT', cells)).toEqual(['5', '40', '<none>', '', '<unset>']);
  expect(inOrder('COUNT', cells, 'descending')).toEqual(['40', '5', '<none>', '', '<unset>']);
});
