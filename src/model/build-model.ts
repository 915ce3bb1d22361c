import type { ObjectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { entriesOf } from './entries.ts';
import { homeOf } from './home.ts';
import { kindPoolsOf } from './kind-pools.ts';
import { ledgerOf } from './ledger.ts';
import type { Entry, Model } from './model.ts';
import { indexObjects } from './object-index.ts';
import { ownershipOf } from './ownership.ts';
import { relate } from './relations.ts';

/** Builds the graph of a snapshot: index, then relations, then what follows from them. */
export function buildModel(snapshot: Snapshot): Model {
  const ledger = ledgerOf(snapshot.manifest.resources);
  const index = indexObjects(entriesOf(snapshot));
  const { entries } = index;
  const relations = relate(entries, kindPoolsOf(index, ledger));
  const ownership = ownershipOf(entries, index, relations);
  const { edges } = relations;
  const ofEntry = <Found>(id: ObjectId, found: (entry: Entry) => readonly Found[]) => {
    const entry = index.get(id);
    return entry === undefined ? [] : found(entry);
  };
  return {
    snapshot,
    context: { now: Date.parse(snapshot.manifest.takenAt) },
    entries,
    get: index.get,
    ofKind: index.ofKind,
    inNamespace: index.inNamespace,
    namespaces: index.namespaces,
    edgesFrom: (id) => ofEntry(id, (entry) => edges.from(entry)),
    edgesTo: (id) => ofEntry(id, (entry) => edges.to(entry)),
    danglingFrom: relations.danglingFrom,
    dangling: relations.dangling,
    ownerChain: ownership.ownerChain,
    owned: ownership.owned,
    home(id) {
      const entry = index.get(id);
      return entry === undefined ? id : homeOf(entry, relations, ownership);
    },
    resourceOf: ledger.resourceOf,
    holdsAll: ledger.holdsAll,
  };
}
