import { z } from 'zod';
import { compareCodePoints } from '#snapshot/json.ts';
import { groupOf, versionOf } from '#snapshot/kube-object.ts';
import { ResourceType, resourceKey } from '#snapshot/manifest.ts';

const strings = z.array(z.string()).nullish();

const APIResourceList = z.looseObject({
  kind: z.literal('APIResourceList'),
  groupVersion: z.string(),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.string(),
      namespaced: z.boolean(),
      singularName: z.string().nullish(),
      verbs: strings,
      shortNames: strings,
      categories: strings,
    }),
  ),
});

/**
 * The listable resource types that a discovery document names: support bundles keep the answers of `/api/v1`
 * and `/apis/apps/v1` beside what they collect. Other discovery documents name none that these do not.
 */
export function typesIn(document: unknown): ResourceType[] {
  const { data } = APIResourceList.safeParse(document);
  if (data === undefined) return [];
  const of = { group: groupOf(data.groupVersion), version: versionOf(data.groupVersion) };
  return data.resources
    .filter(({ verbs }) => verbs?.includes('list'))
    .flatMap(({ name, kind, namespaced, singularName, shortNames, categories }) => {
      const type = {
        ...of,
        plural: name,
        kind,
        namespaced,
        singular: singularName ?? '',
        shortNames: shortNames ?? [],
        categories: categories ?? [],
      };
      // Names that no API server admits define nothing: they would name a file.
      return ResourceType.safeParse(type).data ?? [];
    });
}

/** The resource types of all discovery documents of a dump, each in one version. */
export class ServedTypes {
  readonly #types = new Map<string, ResourceType>();

  add(types: readonly ResourceType[]): void {
    for (const type of types) {
      const key = resourceKey(type);
      const known = this.#types.get(key);
      if (known === undefined || compareVersions(known.version, type.version) < 0) {
        this.#types.set(key, type);
      }
    }
  }

  conclude(): ResourceType[] {
    return [...this.#types.values()];
  }
}

const stages = ['alpha', 'beta', undefined];

/**
 * Orders versions as the API does: `v1alpha1`, `v2beta1`, `v1`, `v2`.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority
 */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    const [, major = '0', stage, minor = '0'] =
      /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
    return [stages.indexOf(stage), Number(major), Number(minor)];
  });
  const at = left?.findIndex((each, i) => each !== right?.[i]) ?? -1;
  return at === -1 ? compareCodePoints(a, b) : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
