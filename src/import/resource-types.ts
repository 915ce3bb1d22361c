import { z } from 'zod';
import { builtinResources } from '#snapshot/builtin-resources.ts';
import { canonicalLine, compareCodePoints } from '#snapshot/json.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { ResourceType, resourceKey } from '#snapshot/manifest.ts';
import { currentGroup, type GroupKind, groupKindKey } from '#snapshot/object-id.ts';
import { pluralOf } from '#snapshot/plural.ts';
import type { KindInDump } from './tally.ts';

const Definition = z.object({
  spec: z.object({
    group: z.string(),
    scope: z.string(),
    names: z.object({
      plural: z.string(),
      singular: z.string().default(''),
      kind: z.string(),
      shortNames: z.array(z.string()).nullish(),
      categories: z.array(z.string()).nullish(),
    }),
    versions: z.array(z.object({ name: z.string(), storage: z.boolean().optional() })).nullish(),
    // apiextensions.k8s.io/v1beta1
    version: z.string().optional(),
  }),
});

/**
 * The resource types that the CustomResourceDefinitions of a dump define, in their stored version.
 * A definition whose names no API server admits defines nothing: they would name a file.
 */
export class DefinedTypes {
  readonly #types = new Map<string, ResourceType>();

  see(object: KubeObject): void {
    if (object.kind !== 'CustomResourceDefinition') return;
    if (groupOf(object.apiVersion) !== 'apiextensions.k8s.io') return;
    const { data } = Definition.safeParse(object);
    const type = data && ResourceType.safeParse(definedType(data)).data;
    if (type === undefined) return;
    const key = resourceKey(type);
    const known = this.#types.get(key);
    // Two definitions of one name: which came first must not matter.
    if (known === undefined || compareCodePoints(canonicalLine(known), canonicalLine(type)) < 0) {
      this.#types.set(key, type);
    }
  }

  conclude(): ResourceType[] {
    return [...this.#types.values()];
  }
}

function definedType({ spec }: z.infer<typeof Definition>): ResourceType {
  const versions = spec.versions ?? [];
  const stored = versions.find(({ storage }) => storage) ?? versions[0];
  return {
    group: spec.group,
    version: stored?.name ?? spec.version ?? '',
    plural: spec.names.plural,
    kind: spec.names.kind,
    singular: spec.names.singular,
    shortNames: spec.names.shortNames ?? [],
    categories: spec.names.categories ?? [],
    namespaced: spec.scope === 'Namespaced',
  };
}

/**
 * Finds the resource type of a kind: among those the dump defines, then among the built-in ones, where a
 * legacy group has its kind's names of today. Of a kind nobody defines, plural and scope are guessed.
 */
export function resourceTypeFinder(
  defined: readonly ResourceType[],
): (kind: KindInDump) => ResourceType {
  const known = new Map(
    [...builtinResources, ...defined].map(({ expected: _, ...type }: Known) => [
      groupKindKey(type),
      type,
    ]),
  );
  return ({ group, kind, version, namespaced }) => {
    const today: GroupKind = { group: currentGroup(group, kind), kind };
    const type = known.get(groupKindKey({ group, kind })) ?? known.get(groupKindKey(today));
    return type === undefined
      ? guessedType({ group, kind }, version, namespaced)
      : { ...type, group, version };
  };
}

type Known = ResourceType & { readonly expected?: boolean };

function guessedType(
  { group, kind }: GroupKind,
  version: string,
  namespaced: boolean,
): ResourceType {
  return {
    group,
    version,
    plural: pluralOf(kind),
    kind,
    singular: kind.toLowerCase(),
    shortNames: [],
    categories: [],
    namespaced,
  };
}
