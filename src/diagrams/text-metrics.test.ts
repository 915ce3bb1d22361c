import { expect, test } from 'vitest';
import { sevenPx } from './diagram.fixture.ts';
import { fitText } from './text-metrics.ts';

test('a name that fits stays as it is', () => {
  expect(fitText('coredns', 'name', 49, sevenPx)).toBe('coredns');
});

test('a longer name keeps its beginning and its end', () => {
  const name = 'ingress-nginx-controller-7d4b9c-x7k2p';
  const cut = fitText(name, 'name', 140, sevenPx);
  expect(cut).toBe('ingress-ngin…c-x7k2p');
  expect(sevenPx(cut, 'name')).toBeLessThanOrEqual(140);
});

test('a letter outside the basic plane is not cut in two', () => {
  expect(fitText('🚀'.repeat(20), 'name', 35, sevenPx)).toBe('🚀🚀🚀…🚀');
});
