import { matchContainer } from '#catalogue/match-component.ts';
import type { Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { type Running, runningIn } from '#views/chapters/cluster.ts';
import type { Links } from '#views/links.ts';
import { containersOf } from './workload-words.ts';

/** What a card is made from: the cluster, and addresses. */
export interface CardScope {
  readonly model: Model;
  readonly links: Links;
}

/** What of it a proof needs: it names objects, and no page besides. */
export interface ProofScope {
  readonly model: Model;
  readonly links: Pick<Links, 'object'>;
}

/** What of the catalogue is in a cluster. */
export interface Present {
  /** What runs as a component, by its id; certain matches only. */
  readonly running: ReadonlyMap<string, readonly Running[]>;
  /** Ids of components that live as helpers in pods of others. */
  readonly helpers: ReadonlySet<string>;
}

/** Looks once a model at what runs. */
export const presentIn = oncePerModel(findPresent);

function findPresent(model: Model): Present {
  const all = runningIn(model);
  const sure = all.filter(({ match }) => match?.confidence === 'certain');
  const helpers = all
    .flatMap(containersOf)
    .flatMap(({ image = '' }) => matchContainer(image) ?? [])
    .filter(({ owners }) => owners.includes('sidecar'));
  return {
    running: Map.groupBy(sure, ({ match }) => match?.component.id ?? ''),
    helpers: new Set(helpers.map(({ id }) => id)),
  };
}

/** What runs as a component. */
export function runningAs({ model }: ProofScope, id: string): readonly Running[] {
  return presentIn(model).running.get(id) ?? [];
}
