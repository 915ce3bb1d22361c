import { defineKind } from './kind.ts';
import { nameCell, orNone } from './parts/columns.ts';
import { part, text } from './parts/schema.ts';

export const clusterTrustBundle = defineKind({
  group: 'certificates.k8s.io',
  kind: 'ClusterTrustBundle',
  plural: 'clustertrustbundles',
  namespaced: false,
  category: 'access',
  glyph: 'configmap',
  role: 'A set of root certificates under one name, which pods mount to know whom to trust.',
  breaks: 'Pods that mount it cannot start unless the volume says that it is optional.',
  schema: part({ spec: part({ signerName: text, trustBundle: text }) }),
  columns: { Name: nameCell, SignerName: ({ spec }) => orNone(spec?.signerName) },
  facts: {
    Signer: ({ spec }) => spec?.signerName,
    Certificates: ({ spec }) => spec?.trustBundle && String(certificates(spec.trustBundle)),
  },
});

function certificates(bundle: string): number {
  return bundle.split('-----BEGIN CERTIFICATE-----').length - 1;
}
