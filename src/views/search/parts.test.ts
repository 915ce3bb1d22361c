import { expect, test } from 'vitest';
import { frontCoded, frontDecoded, recencyCoded, recencyDecoded } from './column-codes.ts';
import { marksIn, matchOf, noMatch } from './match.ts';
import { objectAddress } from './object-address.ts';
import { addressesOf, detailsOf } from './object-details.ts';
import { parseQuery } from './query.ts';

test('texts come back from what they do not share with the one before', () => {
  const long = 'a'.repeat(300);
  const texts = ['web', 'web-7d4b9', 'web-7d4b9-x2k4l', '', 'Ünï', long, `${long}b`, 'web'];
  expect(frontCoded(texts).slice(0, 3)).toEqual(['0web', '3-7d4b9', '9-x2k4l']);
  expect(frontDecoded(frontCoded(texts))).toEqual(texts);
});

test('numbers come back from how long ago they were given out', () => {
  const numbers = [0, 0, 1, 2, 0, 2, 3];
  const codes = numbers.map(recencyCoded());
  expect(codes).toEqual([0, 1, 0, 0, 3, 1, 0]);
  expect(codes.map(recencyDecoded())).toEqual(numbers);
});

test('a word fits a name, its beginning, the beginning of a part, and the inside, in this order', () => {
  const matches = ['dns', 'dnsmasq', 'core-dns', 'coredns-dns', 'coredns', 'ingress'].map((name) =>
    matchOf(name, 'dns'),
  );
  expect(matches).toEqual([0, 1, 2, 2, 3, noMatch]);
});

test('words are marked where they stand, and once where they overlap', () => {
  expect(marksIn('CoreDNS core', ['dns', 'core'])).toEqual([[0, 7]]);
  expect(marksIn('İstanbul', ['st'])).toEqual([]);
});

test('filters are told from words that have a colon', () => {
  expect(parseQuery('Kind:SVC ns:shop redis:7 system:node cluster:')).toEqual({
    words: ['redis:7', 'system:node'],
    kind: 'svc',
    namespace: 'shop',
  });
});

test('an object is found by keys, images, hosts and labels, never by what is hidden or made up by controllers', () => {
  const details = detailsOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      labels: { app: 'web', 'pod-template-hash': '7d4b9', token: '‹redacted token · 8 bytes›' },
      annotations: { team: 'shop', contact: '‹redacted url · 20 bytes›', secret: 'no' },
    },
    spec: {
      template: {
        spec: { containers: [{ image: 'nginx:1' }, { image: 'nginx:1' }, { image: 7 }] },
      },
    },
    data: { password: 'no' },
  });
  expect(details).toEqual({
    image: ['nginx:1'],
    host: [],
    key: [],
    label: ['app=web'],
    about: ['Team shop'],
  });
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's' },
    data: { pin: '1234' },
  };
  expect(detailsOf(secret)).toEqual({
    image: [],
    host: [],
    key: ['pin'],
    label: [],
    about: [],
  });
});

test('addresses are those of the object, each once; None is none', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's' } };
  expect(
    addressesOf({
      ...service,
      spec: { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', 'fd00::1'], externalIPs: ['None'] },
      status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }, { hostname: 'lb.example.com' }] } },
    }),
  ).toEqual(['10.0.0.1', 'fd00::1', '192.0.2.7']);
});

test('a folded object is an anchor, on a later page of its owner when there are many', () => {
  const home = { resource: 'deployments.apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
  const pod = { resource: 'pods', kind: 'Pod', namespace: 'shop', name: 'web-1' };
  expect(objectAddress('/c/', pod, home, 0)).toBe(
    '/c/objects/deployments.apps/shop/web/#pod-web-1',
  );
  expect(objectAddress('/c/', pod, home, 200)).toBe(
    '/c/objects/deployments.apps/shop/web/2/#pod-web-1',
  );
});
