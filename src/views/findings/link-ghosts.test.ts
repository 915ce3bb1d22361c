import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { links } from '#tests/fixtures/links.ts';
import { neighbourhood } from '#views/diagrams/neighbourhood.ts';
import { linkGhosts } from './link-ghosts.ts';

test('what is missing leads to its finding, and what is only optional is no ghost', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const id = 'Deployment.apps/identity/auth-sync' as ObjectId;
  const diagram = neighbourhood(model, id, links.object);
  const ghosts = diagram && linkGhosts(model, links, diagram).nodes;
  expect(
    ghosts?.flatMap(({ role, label, href }) => (role === 'ghost' ? [[label, href]] : [])),
  ).toEqual([['auth-sync-flags', 'finding missing-reference']]);
});
