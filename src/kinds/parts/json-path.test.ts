import { expect, test } from 'vitest';
import { readPath } from './json-path.ts';

const certificate = {
  metadata: { annotations: { 'example.com/owner': 'team-a' } },
  spec: { dnsNames: ['a.example', 'b.example', 'c.example'], replicas: 3, none: null },
  status: {
    conditions: [
      { type: 'Issuing', status: 'False' },
      { type: 'Ready', status: 'True', observedGeneration: 4 },
    ],
  },
};

test.each([
  ['.spec.replicas', [3]],
  ['.status.conditions[?(@.type=="Ready")].status', ['True']],
  [".status.conditions[?(@.type=='Ready')].status", ['True']],
  ['.status.conditions[?(@.type!="Ready")].type', ['Issuing']],
  ['.status.conditions[?(@.observedGeneration)].type', ['Ready']],
  ['.status.conditions[?(@.observedGeneration >= 4)].type', ['Ready']],
  ['.metadata.annotations.example\\.com/owner', ['team-a']],
  [".metadata.annotations['example.com/owner']", ['team-a']],
  ['.spec.dnsNames', [['a.example', 'b.example', 'c.example']]],
  ['.spec.dnsNames[0]', ['a.example']],
  ['.spec.dnsNames[-1]', ['c.example']],
  ['.spec.dnsNames[-1:]', ['c.example']],
  ['.spec.dnsNames[1:]', ['b.example', 'c.example']],
  ['.spec.dnsNames[*]', ['a.example', 'b.example', 'c.example']],
  ['.status.conditions[*].type', ['Issuing', 'Ready']],
  ['.spec.none', []],
  ['.spec.missing.deeper', []],
  ['.spec.constructor', []],
  ['.spec.dnsNames[5]', []],
  ['not a path', []],
])('%s', (path, values) => {
  expect(readPath(path)(certificate)).toEqual(values);
});
