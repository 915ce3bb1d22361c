import { all, type Cluster } from '#views/chapters/cluster.ts';
import { text } from '#views/chapters/prose.ts';
import { evidenceFor } from './evidence.ts';
import { type Evidence, field, listRead } from './say.ts';

/** What the blocks of `::view` and `::figure` rest on, where their rows and boxes are no links to it. */
export const sources: Readonly<Record<string, Evidence>> = {
  namespaces: () => [
    text(
      'What a namespace is for, the catalogue says by its name; of all others, what runs there.',
    ),
  ],
  loops: () => [text('Objects are counted in the lists of this snapshot.')],
  stored: () => [text('Objects are counted in the lists of this snapshot.')],
  'account-usage': (cluster: Cluster) =>
    field(cluster, 'spec.serviceAccountName', all(cluster, 'Pod')[0]) === undefined
      ? undefined
      : listRead(cluster, 'pods'),
  'api-groups': (cluster) => listRead(cluster, 'apiservices.apiregistration.k8s.io'),
  'unknown-groups': (cluster) =>
    listRead(cluster, 'customresourcedefinitions.apiextensions.k8s.io'),
  coverage: () => [text('What the capture wrote down about each list.')],
  redactions: () => [text('What the capture wrote down when it replaced them.')],
  'custom-groups': (cluster) => listRead(cluster, 'customresourcedefinitions.apiextensions.k8s.io'),
  // Boxes of static pods lead to them.
  'control-plane': (cluster) =>
    cluster.controlPlane.mode === 'static-pods'
      ? undefined
      : evidenceFor('control-plane.summary', cluster),
  request: (cluster) => evidenceFor('apply.checks', cluster),
  'node-timeline': (cluster) => evidenceFor('controllers.grace-period', cluster),
};
