import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { age } from './parts/duration.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const leaseCandidate = defineKind({
  group: 'coordination.k8s.io',
  kind: 'LeaseCandidate',
  plural: 'leasecandidates',
  namespaced: true,
  category: 'machine',
  glyph: 'lease',
  role: 'One replica that could lead, with its version, so that the oldest version is chosen during an upgrade.',
  breaks: 'Its replica cannot be chosen until it writes its candidacy again.',
  schema: part({
    spec: part({
      leaseName: text,
      binaryVersion: text,
      emulationVersion: text,
      strategy: text,
      renewTime: text,
    }),
  }),
  columns: {
    Name: nameCell,
    LeaseName: ({ spec }) => spec?.leaseName ?? '',
    BinaryVersion: ({ spec }) => spec?.binaryVersion ?? '',
    EmulationVersion: ({ spec }) => spec?.emulationVersion ?? '',
    Age: ageCell,
  },
  facts: {
    Strategy: ({ spec }) => spec?.strategy,
    Renewed: ({ spec }, { now }) => spec?.renewTime && `${age(spec.renewTime, now)} before capture`,
  },
  references: ({ metadata: { namespace }, spec }) =>
    refer('about', 'Lease.coordination.k8s.io', {
      name: spec?.leaseName,
      namespace,
      path: 'spec.leaseName',
      // The lease is made when somebody is chosen.
      optional: true,
    }),
});
