import { expect, test } from 'vitest';
import { matchesGlob } from './glob.ts';

test('a star stands for any characters, all others for themselves', () => {
  const texts = ['pods', 'deployments.apps', 'apps', 'replicasets.apps.example.io'];
  const matching = (glob: string) => texts.filter((text) => matchesGlob(glob, text));
  expect(matching('*')).toEqual(texts);
  expect(matching('*.apps')).toEqual(['deployments.apps']);
  expect(matching('*s.apps*')).toEqual(['deployments.apps', 'replicasets.apps.example.io']);
  expect(matching('pod.')).toEqual([]);
});

test('a star spans line breaks', () => {
  expect(matchesGlob('*note', 'first\nnote')).toBe(true);
});
