import type { Entry } from '#model/model.ts';
import { type Running, runningAt } from '#views/chapters/cluster.ts';
import type { ComponentCard } from '#views/chapters/prose.ts';
import { configuredBy } from './configured-by.ts';
import type { CardScope } from './present.ts';
import { talksTo } from './talks-to.ts';

/** The card of something that runs; nothing where it is not recognised with certainty. */
export function componentCard(scope: CardScope, running: Running): ComponentCard | undefined {
  const { match } = running;
  if (match?.confidence !== 'certain') return undefined;
  const { component } = match;
  return {
    talksTo: talksTo(scope, running, component),
    configuredBy: configuredBy(scope, running, component),
  };
}

/** The card of the object that stands for something that runs. */
export function cardOfObject(scope: CardScope, entry: Entry): ComponentCard | undefined {
  if (entry.kind.category !== 'workload') return undefined;
  const running = runningAt(scope.model, entry.id);
  return running && componentCard(scope, running);
}
