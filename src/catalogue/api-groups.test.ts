import { expect, test } from 'vitest';
import { ownerOfGroup } from './api-groups.ts';

test.each([
  ['cert-manager.io', 'cert-manager'],
  ['networking.istio.io', 'Istio'],
  // The longer end goes first: these are of K3s, not of Rancher.
  ['k3s.cattle.io', 'K3s'],
  ['management.cattle.io', 'Rancher'],
  ['plots.example.org', undefined],
  ['constructor', undefined],
])('the group %s belongs to %s', (group, owner) => {
  expect(ownerOfGroup(group)).toBe(owner);
});
