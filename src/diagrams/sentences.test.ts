import { expect, test } from 'vitest';
import { diagram, edge, node } from './diagram.fixture.ts';
import { sentences } from './sentences.ts';

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
