import { expect, test } from 'vitest';
import { pathExtent } from './path-extent.ts';

test('straight pieces, absolute and relative', () => {
  expect(pathExtent('M10 10 h20 v5 L0,0z')).toEqual({ left: 0, top: 0, right: 30, bottom: 15 });
});

test('half a circle reaches as far as its radius', () => {
  const { top, bottom, right } = pathExtent('M0 0 A10 10 0 0 1 20 0');
  expect(top).toBeCloseTo(-10, 0);
  expect(bottom).toBeCloseTo(0, 5);
  expect(right).toBeCloseTo(20, 5);
});

test('the lid of a cylinder is as high as its two arcs', () => {
  const extent = pathExtent(
    'M0,12 a50,12 0,0,0 100,0 a50,12 0,0,0 -100,0 l0,40 a50,12 0,0,0 100,0 l0,-40',
  );
  expect(extent.top).toBeCloseTo(0, 0);
  expect(extent.bottom).toBeCloseTo(64, 0);
});
