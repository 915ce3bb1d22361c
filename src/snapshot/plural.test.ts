import { expect, test } from 'vitest';
import { pluralOf } from './plural.ts';

test.each([
  ['Pod', 'pods'],
  ['Ingress', 'ingresses'],
  ['StorageClass', 'storageclasses'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Gateway', 'gateways'],
  ['Endpoints', 'endpoints'],
  ['PodMetrics', 'podmetrics'],
  ['EndpointSlice', 'endpointslices'],
  ['Batch', 'batches'],
])('the resource of %s is %s', (kind, plural) => {
  expect(pluralOf(kind)).toBe(plural);
});
