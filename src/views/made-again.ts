import { makersOf } from '#catalogue/makers/makers.ts';
import { flag, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { groupKindKey, groupKindOf, objectId } from '#snapshot/object-id.ts';
import type { Prose } from './chapters/prose.ts';
import { linkTo, say, type Telling } from './telling.ts';

const Application = part({
  spec: part({ syncPolicy: part({ automated: part({ selfHeal: flag }) }) }),
});
const Kustomization = part({ spec: part({ suspend: flag, interval: text }) });

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automatic-self-healing */
function byApplication(telling: Telling, keeper: Entry): readonly Prose[] {
  const { spec } = readObject(Application, keeper.object);
  const link = linkTo(telling, keeper.id);
  return spec?.syncPolicy?.automated?.selfHeal === true
    ? say` Argo CD makes it again: Application ${link} heals itself.`
    : say` Argo CD makes it again only when Application ${link} is synced: it does not heal itself.`;
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/ it applies at every interval */
function byKustomization(telling: Telling, keeper: Entry): readonly Prose[] {
  const { spec } = readObject(Kustomization, keeper.object);
  const link = linkTo(telling, keeper.id);
  if (spec?.suspend === true) {
    return say` Flux does not make it again: Kustomization ${link} is suspended.`;
  }
  const every = spec?.interval ? say`, every ${spec.interval}` : [];
  return say` Flux makes it again when Kustomization ${link} applies again${every}.`;
}

const keepers: Readonly<Record<string, (telling: Telling, keeper: Entry) => readonly Prose[]>> = {
  'Application.argoproj.io': byApplication,
  'Kustomization.kustomize.toolkit.fluxcd.io': byKustomization,
};

/**
 * Whether a controller made the object. It hands on the marks of what it made it for: a ReplicaSet has the
 * annotations of its Deployment, Endpoints have the labels of their Service.
 */
function isDerived({ object }: Entry): boolean {
  return (object.metadata.ownerReferences ?? []).length > 0 || object.kind === 'Endpoints';
}

/** Who makes an object again that somebody deletes: the tool that keeps it as Git has it, as that is set here. */
export function madeAgain(telling: Telling): readonly Prose[] {
  if (isDerived(telling.entry)) return [];
  return makersOf(telling.entry.object).flatMap(({ by }) => {
    const keeper = by && telling.model.get(objectId(by));
    if (keeper === undefined || keeper.inferred !== undefined) return [];
    return keepers[groupKindKey(groupKindOf(keeper.object))]?.(telling, keeper) ?? [];
  });
}
