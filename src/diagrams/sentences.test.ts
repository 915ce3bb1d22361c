import { expect, test } from 'vitest';
import { diagram, edge, node } from './diagram.fixture.ts';
import { sentences } from './sentences.ts';

test('trouble is told where its object is named first', () => {
  const web = node('web', { status: { state: 'warn', word: '1/2 ready' } });
  const edges = [edge('web', 'a'), edge('web', 'b')];
  expect(sentences(diagram([web, node('a'), node('b')], edges))).toEqual([
    'ConfigMap web (1/2 ready) → ConfigMap a.',
    'ConfigMap web → ConfigMap b.',
  ]);
});

test('every edge is a sentence that says how sure we are', () => {
  const nodes = [node('a'), node('b', { kind: 'Secret' }), node('alone')];
  const edges = [
    edge('a', 'b', { label: 'mounts', proof: 'spec.volumes' }),
    edge('b', 'a', { evidence: 'typical', both: true }),
    edge('a', 'b', { evidence: 'unseen', label: '53' }),
  ];
  expect(sentences(diagram(nodes, edges))).toEqual([
    'ConfigMap a → Secret b: mounts. Proven by spec.volumes.',
    'Secret b ↔ ConfigMap a. Typical, not proven.',
    'ConfigMap a → Secret b: 53. One end is not visible.',
    'ConfigMap alone.',
  ]);
});
