import type { Snapshot } from '#snapshot/snapshot.ts';
import { entriesOf } from './entries.ts';
import { homeOf } from './home.ts';
import { inferredEntries } from './inferred-entries.ts';
import { kindPoolsOf } from './kind-pools.ts';
import { ledgerOf } from './ledger.ts';
import type { Model } from './model.ts';
import { indexObjects } from './object-index.ts';
import { ownershipOf } from './ownership.ts';
import { relate } from './relations.ts';

/** Builds the graph of a snapshot: index, then relations, then what follows from them. */
export function buildModel(snapshot: Snapshot): Model {
  const entries = [...entriesOf(snapshot), ...inferredEntries(snapshot.manifest)];
  const ledger = ledgerOf(snapshot.manifest.resources);
  const index = indexObjects(entries);
  const relations = relate(entries, kindPoolsOf(index, ledger));
  const ownership = ownershipOf(entries, index, relations);
  return {
    snapshot,
    context: { now: Date.parse(snapshot.manifest.takenAt) },
    entries,
    get: index.get,
    ofKind: index.ofKind,
    inNamespace: index.inNamespace,
    namespaces: index.namespaces,
    edgesFrom: relations.from,
    edgesTo: relations.to,
    danglingFrom: relations.danglingFrom,
    dangling: relations.dangling,
    ownerChain: ownership.ownerChain,
    owned: ownership.owned,
    home(id) {
      const entry = index.get(id);
      return entry === undefined ? id : homeOf(entry, index, relations, ownership);
    },
    resourceOf: ledger.resourceOf,
    holdsAll: ledger.holdsAll,
  };
}
