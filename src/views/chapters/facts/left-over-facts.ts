import { coverageCounts } from '#snapshot/manifest.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { notInFull } from '#views/chapters/coverage.ts';
import {
  addOns,
  allRunning,
  missingTargets,
  unknownGroups,
  unknownWorkloads,
} from '#views/chapters/left-over.ts';
import { text } from '#views/chapters/prose.ts';
import { capital, join, linkToComponent, spell, spellNumber } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

const mostNames = 4;

function addOnNames(cluster: Cluster): string | undefined {
  const names = new Set(addOns(cluster).flatMap(({ match }) => match?.component.name ?? []));
  if (names.size === 0) return undefined;
  const shown = [...names].slice(0, mostNames);
  const rest = names.size - shown.length;
  return join(rest > 0 ? [...shown, `${spellNumber(rest)} more`] : shown);
}

function unknownLead(cluster: Cluster): string {
  const unknown = unknownWorkloads(cluster).length;
  const total = allRunning(cluster).length;
  if (total === 0) return 'No workload is in this snapshot.';
  if (unknown === 0) return 'The catalogue knows everything that runs here.';
  const verb = unknown === 1 ? 'is' : 'are';
  return `${capital(spellNumber(unknown))} of ${spell(total, 'workload')} ${verb} not in the catalogue.`;
}

function danglingLead(cluster: Cluster): string {
  const { length } = missingTargets(cluster);
  if (length === 0) {
    const short = notInFull(cluster.model).length;
    if (short === 0) return 'Nothing is named that does not exist.';
    const { complete } = coverageCounts(cluster.model.snapshot.manifest.resources);
    return complete === 0
      ? 'No kind was captured in full, so nobody can tell whether something is named that does not exist.'
      : 'Of what was captured in full, nothing is named that does not exist.';
  }
  return length === 1
    ? 'One object is named that does not exist.'
    : `${capital(spell(length, 'object'))} are named that do not exist.`;
}

function backup(cluster: Cluster): FactValue {
  const velero = linkToComponent(cluster, 'velero');
  return (
    velero && [
      text('Velero runs here as '),
      velero,
      text(
        ': it saves objects and, where it is set up for that, volumes. It reads them through the API, so it needs nothing of the datastore.',
      ),
    ]
  );
}

/** What the other chapters do not speak of. */
export const leftOverFacts = {
  'add-ons.summary': addOnNames,
  'unknown.workloads': (cluster) => unknownWorkloads(cluster).length > 0,
  'unknown.groups': (cluster) => unknownGroups(cluster).length > 0,
  'unknown.lead': unknownLead,
  'dangling.missing': (cluster) => missingTargets(cluster).length > 0,
  'dangling.lead': danglingLead,
  'datastore.backup': backup,
} satisfies FactTable;
