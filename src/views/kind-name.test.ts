import { expect, test } from 'vitest';
import { pluralKind } from './kind-name.ts';

test('a plural keeps the capitals of its kind', () => {
  expect([
    pluralKind('ConfigMap', 'configmaps'),
    pluralKind('NetworkPolicy', 'networkpolicies'),
    pluralKind('IngressClass', 'ingressclasses'),
    pluralKind('Endpoints', 'endpoints'),
    pluralKind('CSIDriver', 'csidrivers'),
  ]).toEqual(['ConfigMaps', 'NetworkPolicies', 'IngressClasses', 'Endpoints', 'CSIDrivers']);
});

test('a plural of another stem stands as the cluster writes it', () => {
  expect(pluralKind('Widget', 'gadgets')).toBe('gadgets');
});
