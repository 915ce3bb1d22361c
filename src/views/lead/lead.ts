import { matchComponent } from '#catalogue/match-component.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry } from '#model/model.ts';
import { enumerate, marked, type Prose, text } from '#views/chapters/prose.ts';
import { descriptionOf } from '#views/documentation.ts';
import { knownConfigMapOf } from '#views/known-config-map.ts';
import { ofKind, type Says, say, type Telling } from '#views/telling.ts';
import { sentence } from '#views/words.ts';
import { accessLeads } from './access-leads.ts';
import { clusterLeads } from './cluster-leads.ts';
import { configLeads } from './config-leads.ts';
import { networkLeads } from './network-leads.ts';
import { storageLeads } from './storage-leads.ts';
import { workloadLeads } from './workload-leads.ts';

/** The first sentence of an object's page: what this object is, with this cluster's values. */
export interface Lead {
  readonly says: readonly Prose[];
  /** How it is known, where the object does not say it itself. */
  readonly why?: readonly Prose[] | undefined;
}

const leads: Readonly<Record<string, Says>> = {
  ...workloadLeads,
  ...networkLeads,
  ...configLeads,
  ...storageLeads,
  ...accessLeads,
  ...clusterLeads,
};

/**
 * What an object is: in the words of its people, else of the catalogue, else from its own fields and
 * relations. Nothing when only its kind is known.
 */
export function leadOf(telling: Telling): Lead | undefined {
  const { entry } = telling;
  const description = descriptionOf(entry);
  if (description !== undefined) {
    return { says: [text(sentence(description))], why: say`Its own annotation says so.` };
  }
  return componentLead(entry) ?? knownLead(entry) ?? ownLead(telling);
}

function componentLead({ object, kind }: Entry): Lead | undefined {
  if (kind.category !== 'workload') return undefined;
  const match = matchComponent(object);
  if (match === undefined) return undefined;
  const { component, confidence, evidence } = match;
  const proof = enumerate(evidence.map(marked));
  return {
    says: marked(component.role),
    why:
      confidence === 'certain'
        ? say`Recognised as ${component.name} by ${proof}.`
        : say`Probably ${component.name}: all that says so is ${proof}.`,
  };
}

function knownLead({ object }: Entry): Lead | undefined {
  if (object.kind === 'Namespace') {
    const purpose = namespacePurpose(object.metadata.name)?.purpose;
    return purpose === undefined
      ? undefined
      : { says: marked(purpose), why: say`Known by its name.` };
  }
  const known = knownConfigMapOf(object);
  return (
    known && {
      says: marked(known.purpose),
      why: say`Known by its name. Written by ${known.writtenBy}.`,
    }
  );
}

function ownLead(telling: Telling): Lead | undefined {
  const says = ofKind(leads, telling.entry)?.(telling);
  return says && { says };
}
