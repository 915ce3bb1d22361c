import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { text } from '#views/chapters/prose.ts';
import { readApiService } from '#views/chapters/read.ts';
import { capital, codes, spell, spellNumber } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

function aggregated(cluster: Cluster): FactValue {
  if (capturedOf(cluster, 'apiservices.apiregistration.k8s.io') === 'not-captured') return '';
  const served = all(cluster, 'APIService.apiregistration.k8s.io').flatMap((entry) => {
    const { service, group } = readApiService(entry).spec ?? {};
    const isDown = entry.kind.health(entry.object, cluster.model.context)?.state === 'bad';
    return service?.name === undefined || group === undefined ? [] : [{ group, isDown }];
  });
  const groups = served.map(({ group }) => group);
  if (groups.length === 0) return 'No group is served by another API server.';
  const verb = groups.length === 1 ? ' is' : ' are';
  const down = served.filter(({ isDown }) => isDown).length;
  const state =
    down === 0
      ? ''
      : down === served.length
        ? `, which did not answer when the snapshot was taken`
        : `, ${spellNumber(down)} of them did not answer when the snapshot was taken`;
  return [
    ...codes([...new Set(groups)]),
    text(`${verb} served by another API server behind it${state}.`),
  ];
}

/** What was added to the API. */
export const extensionFacts = {
  'extensions.seen': (cluster) =>
    ['customresourcedefinitions.apiextensions.k8s.io', 'apiservices.apiregistration.k8s.io'].some(
      (name) => capturedOf(cluster, name) !== 'not-captured',
    ),
  'crds.count': (cluster) => {
    const { length } = all(cluster, 'CustomResourceDefinition.apiextensions.k8s.io');
    return length === 0 ? undefined : capital(spell(length, 'CustomResourceDefinition'));
  },
  'crds.none': (cluster) =>
    all(cluster, 'CustomResourceDefinition.apiextensions.k8s.io').length === 0 &&
    capturedOf(cluster, 'customresourcedefinitions.apiextensions.k8s.io') === 'complete',
  'apiservices.aggregated': aggregated,
} satisfies FactTable;
