import { expect, test } from 'vitest';
import { certificateSigningRequest } from './certificate-signing-request.ts';

function request(types: readonly string[], certificate?: string) {
  return {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: 'csr-1' },
    spec: { username: 'system:node:worker-1', expirationSeconds: 3600 },
    status: { conditions: types.map((type) => ({ type, status: 'True' })), certificate },
  };
}

const condition = (...args: Parameters<typeof request>) =>
  certificateSigningRequest.cells(request(...args), { now: 0 }).slice(4);

test('CONDITION: a denial outweighs an approval, and issuing is told apart', () => {
  expect(condition([])).toEqual(['60m', 'Pending']);
  expect(condition(['Approved', 'Denied'])).toEqual(['60m', 'Denied']);
  expect(condition(['Approved', 'Failed'])).toEqual(['60m', 'Approved,Failed']);
  expect(condition(['Approved'], 'LS0t')).toEqual(['60m', 'Approved,Issued']);
});
