import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { ingressClass } from './ingress-class.ts';

const context = { now: 0 };

test('the default class says so behind its name', () => {
  const annotations = { 'ingressclass.kubernetes.io/is-default-class': 'true' };
  const nginx = object('networking.k8s.io/v1', 'IngressClass', 'nginx', {
    metadata: { annotations },
    spec: { controller: 'k8s.io/ingress-nginx' },
  });
  expect(ingressClass.cells(nginx, context)).toEqual([
    'nginx (default)',
    'k8s.io/ingress-nginx',
    '<none>',
    '<unknown>',
  ]);
});

test('parameters are an object of a namespace only when the class says so', () => {
  const parametersOf = (scope: string) =>
    object('networking.k8s.io/v1', 'IngressClass', 'alb', {
      spec: {
        parameters: { apiGroup: 'elb.io', kind: 'Params', name: 'p', namespace: 'edge', scope },
      },
    });
  expect(ingressClass.cells(parametersOf('Cluster'), context)[2]).toBe('Params.elb.io/p');
  expect(ingressClass.references(parametersOf('Namespace'))).toEqual([
    {
      relation: 'parameters',
      path: 'spec.parameters.name',
      to: { by: 'name', group: 'elb.io', kind: 'Params', namespace: 'edge', name: 'p' },
    },
  ]);
  const [reference] = ingressClass.references(parametersOf('Cluster'));
  expect(reference?.to.namespace).toBeUndefined();
});
