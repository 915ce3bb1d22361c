import { expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { clusterOf } from '#tests/fixtures/chapters.ts';
import { statedFacts } from '#tests/fixtures/how-we-know.ts';
import { lookUp } from '#views/chapters/facts/facts.ts';
import { proseText } from '#views/chapters/prose.ts';
import { evidenceFor, hasEvidence } from './evidence.ts';
import { evidenceNote, linksIn, proofWords } from './notes.ts';

test('of every fact that a chapter states it was thought how it is known', {
  timeout: 60_000,
}, async () => {
  const clusters = await Promise.all(
    ['docker-desktop', 'shop-staging', 'shop-prod'].map(async (id) =>
      clusterOf(await readSnapshot(`snapshots/${id}`)),
    ),
  );
  const isLink = (name: string) =>
    clusters.every((cluster) => {
      const words = lookUp(name, cluster);
      return words === undefined || words.length === 0 || linksIn(words).length > 0;
    });
  const open = [...statedFacts()].filter((name) => !hasEvidence(name) && !isLink(name));
  expect(open).toEqual([]);
});

const node = object('v1', 'Node', 'a', { status: { nodeInfo: { kubeletVersion: 'v1.30.1' } } });
const known = (name: string, snapshot: Snapshot) =>
  proseText(proofWords(evidenceFor(name, clusterOf(snapshot))) ?? []);

test('a number is known from its list, and the note says whether all of it was read', () => {
  expect(known('nodes.count', snapshotOf(node))).toBe('The list of Nodes was read in full.');
  const partial = withCoverage(snapshotOf(node), { nodes: 'partial' });
  expect(known('nodes.count', partial)).toBe(
    'From the Nodes that this snapshot holds; others may exist.',
  );
});

test('lists of several facts stand in one sentence, after what fields and flags say', () => {
  const cluster = clusterOf(snapshotOf(node));
  const scope = { cluster, file: 'x.md', chapters: [], nextNote: () => 1, notes: new Map() };
  const grounds = ['nodes.count', 'agents.kubelet-versions', 'pods.pending'].map((name) => ({
    name,
    line: 1,
  }));
  expect(proseText(evidenceNote(grounds, [], scope) ?? [])).toBe(
    'status.nodeInfo of Node a. The lists of Nodes and Pods were read in full.',
  );
});

test('a default is named as one', () => {
  expect(known('controllers.grace-period', snapshotOf(node))).toBe(
    'This is the default of Kubernetes 1.30; the flags are not visible.',
  );
});
