import { expect, test } from 'vitest';
import { smartLabel } from './smart-label.ts';

test.each([
  ['spec', 'Spec'],
  ['apiVersion', 'API Version'],
  ['uid', 'UID'],
  ['caBundle', 'Ca Bundle'],
  ['dnsNames', 'Dns Names'],
  ['nonResourceURLs', 'Non Resource URLs'],
  ['podCIDR', 'Pod CIDR'],
  ['openAPIV3Schema', 'openAPIV3Schema'],
  ['$patch', '$patch'],
  ['x-kubernetes-list-type', 'X - Kubernetes - List - Type'],
  ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
  ['', ''],
])('%j is labelled %j', (field, label) => {
  expect(smartLabel(field)).toBe(label);
});
