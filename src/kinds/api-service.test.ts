import { expect, test } from 'vitest';
import { apiService } from './api-service.ts';

const context = { now: 0 };

function registered(condition: object | undefined, service?: object) {
  return {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: 'v1beta1.metrics.k8s.io' },
    spec: { service },
    status: { conditions: condition === undefined ? [] : [condition] },
  };
}

test('AVAILABLE gives the reason unless it is True', () => {
  const available = (condition: object | undefined) =>
    apiService.cells(registered(condition), context)[2];
  expect(available({ type: 'Available', status: 'True', reason: 'Local' })).toBe('True');
  expect(available({ type: 'Available', status: 'False', reason: 'MissingEndpoints' })).toBe(
    'False (MissingEndpoints)',
  );
  expect(available(undefined)).toBe('Unknown');
});

test('an APIService without a Service is answered by the API server itself', () => {
  expect(apiService.cells(registered(undefined), context)[1]).toBe('Local');
  expect(apiService.references(registered(undefined))).toEqual([]);
});

test('an APIService leads to the Service that answers for it', () => {
  const service = { namespace: 'kube-system', name: 'metrics-server' };
  expect(apiService.references(registered(undefined, service))).toEqual([
    {
      relation: 'routes',
      path: 'spec.service.name',
      to: { by: 'name', group: '', kind: 'Service', ...service },
      detail: 'port 443',
    },
  ]);
});
