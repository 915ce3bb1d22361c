/** The kinds with a file against what an API server of Kubernetes 1.36 says it can list. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { groupOf } from '#snapshot/kube-object.ts';
import { currentGroup } from '#snapshot/object-id.ts';
import { kindOf, kinds } from './index.ts';

const folder = '../shared/data/api-discovery-1.36/discovery';

const ResourceList = z.object({
  groupVersion: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      namespaced: z.boolean(),
      verbs: z.array(z.string()),
      shortNames: z.array(z.string()).default([]),
      categories: z.array(z.string()).default([]),
    }),
  ),
});

/** Every resource that can be listed, in all its versions. */
function listable() {
  return globSync(`${folder}/api*__v*.json`).flatMap((file) => {
    const { groupVersion, resources } = ResourceList.parse(JSON.parse(readFileSync(file, 'utf8')));
    const group = groupOf(`${groupVersion}`);
    return resources
      .filter(({ name, verbs }) => verbs.includes('list') && !name.includes('/'))
      .map((resource) => ({ ...resource, group }));
  });
}

const word = existsSync(folder) ? '' : ' (skipped: the shared discovery documents are not here)';

test.skipIf(word !== '')(`each has a file that says the same of it${word}`, () => {
  const said = listable().map(({ group, kind, name, namespaced, shortNames, categories }) => {
    const inAll = categories.includes('all');
    return { group: currentGroup(group, kind), kind, plural: name, namespaced, shortNames, inAll };
  });
  expect(said.length).toBeGreaterThan(60);
  const ours = said.map(({ group, kind }) => {
    const known = kindOf({ group, kind });
    if (known === undefined) return { group, kind };
    const { plural, namespaced, shortNames = [], inAll = false } = known;
    return { group, kind, plural, namespaced, shortNames, inAll };
  });
  expect(ours).toEqual(said);
});

const addOns = ['gateway.networking.k8s.io', 'snapshot.storage.k8s.io', 'autoscaling.k8s.io'];

test.skipIf(word !== '')(`all others come from the definitions of add-ons${word}`, () => {
  const builtIn = new Set(
    listable().map(({ group, kind }) => `${currentGroup(group, kind)}/${kind}`),
  );
  const others = kinds.filter(({ group, kind }) => !builtIn.has(`${group}/${kind}`));
  expect(others.filter(({ group }) => !addOns.includes(group))).toEqual([]);
});

test('each kind says in one sentence what it is and what is lost with it', () => {
  const unsaid = kinds.filter(
    ({ role, breaks }) => !/^[A-Z].*\.$/.test(role) || !breaks?.endsWith('.'),
  );
  // Nobody can delete a ComponentStatus: the API server makes it up when asked.
  expect(unsaid.map(({ kind }) => kind)).toEqual(['ComponentStatus']);
});
