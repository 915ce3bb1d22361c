import { z } from 'zod';
import { groupOf, versionOf } from '#snapshot/kube-object.ts';
import { UserError } from '#user-error.ts';
import type { JsonClient } from './api-client.ts';
import type { GroupVersion } from './discovery.ts';
import { apiPath } from './paths.ts';

const Version = z.looseObject({ groupVersion: z.string() });

const APIGroupList = z.looseObject({
  kind: z.literal('APIGroupList'),
  groups: z.array(
    z.looseObject({ versions: z.array(Version), preferredVersion: Version.nullish() }),
  ),
});

const APIVersions = z.looseObject({
  kind: z.literal('APIVersions'),
  versions: z.array(z.string()),
});

const strings = z.array(z.string()).nullish();

const APIResourceList = z.looseObject({
  resources: z
    .array(
      z.looseObject({
        name: z.string(),
        kind: z.string(),
        namespaced: z.boolean(),
        singularName: z.string().nullish(),
        verbs: strings,
        shortNames: strings,
        categories: strings,
      }),
    )
    .nullish(),
});

/**
 * The groups of `/api` or `/apis` as servers before 1.26 answer: an index, and an answer a version.
 *
 * @throws {UserError} When the index is none.
 */
export async function legacyGroups(client: JsonClient, index: unknown): Promise<GroupVersion[]> {
  const groups: GroupVersion[] = [];
  for (const apiVersion of apiVersionsIn(client, index)) {
    groups.push(await groupVersion(client, apiVersion));
  }
  return groups;
}

function apiVersionsIn({ address }: JsonClient, index: unknown): string[] {
  const { data: core } = APIVersions.safeParse(index);
  if (core !== undefined) return core.versions;
  const { data: others } = APIGroupList.safeParse(index);
  if (others === undefined) {
    throw new UserError(`${address} does not answer like an API server.`, {
      hint: 'Check the address of the server in the kubeconfig.',
    });
  }
  return others.groups.flatMap(({ versions, preferredVersion }) => {
    const names = versions.map(({ groupVersion }) => groupVersion);
    const preferred = preferredVersion?.groupVersion;
    return preferred === undefined ? names : [...new Set([preferred, ...names])];
  });
}

async function groupVersion(client: JsonClient, apiVersion: string): Promise<GroupVersion> {
  const type = { group: groupOf(apiVersion), version: versionOf(apiVersion) };
  const answer = await client.get(apiPath(type));
  const { data } = APIResourceList.safeParse(answer.type === 'ok' ? answer.value : undefined);
  if (data === undefined) return { ...type, alive: false, resources: [] };
  const resources = (data.resources ?? []).filter(({ name }) => !name.includes('/'));
  return {
    ...type,
    alive: true,
    resources: resources.map((resource) => ({
      ...type,
      plural: resource.name,
      kind: resource.kind,
      singular: resource.singularName ?? '',
      shortNames: resource.shortNames ?? [],
      categories: resource.categories ?? [],
      namespaced: resource.namespaced,
      verbs: resource.verbs ?? [],
    })),
  };
}
