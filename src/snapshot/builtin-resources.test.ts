import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { builtinResources } from './builtin-resources.ts';

const folder = '../shared/samples/docker-desktop/discovery';

const Discovery = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string().default('') }),
      versions: z.array(
        z.object({
          version: z.string(),
          resources: z.array(
            z.object({
              resource: z.string(),
              responseKind: z.object({ kind: z.string() }),
              scope: z.string(),
              singularResource: z.string(),
              verbs: z.array(z.string()),
              shortNames: z.array(z.string()).default([]),
              categories: z.array(z.string()).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

// Skipped where the recorded clusters are not at hand.
test.skipIf(!existsSync(folder))(
  'the built-in resources are those a 1.36 API server serves',
  () => {
    const groups = ['api', 'apis'].flatMap(
      (name) =>
        Discovery.parse(JSON.parse(readFileSync(`${folder}/${name}.aggregated.json`, 'utf8')))
          .items,
    );
    const served = groups.flatMap(({ metadata, versions: [preferred] }) =>
      (preferred?.resources ?? [])
        .filter(({ verbs }) => verbs.includes('list'))
        .map((resource) => ({
          group: metadata.name,
          version: preferred?.version,
          plural: resource.resource,
          kind: resource.responseKind.kind,
          singular: resource.singularResource,
          shortNames: resource.shortNames,
          categories: resource.categories,
          namespaced: resource.scope === 'Namespaced',
        })),
    );
    const key = (resource: { group: string; plural: string }) =>
      `${resource.group}/${resource.plural}`;
    const known = builtinResources.map(({ expected: _, ...type }) => type);
    expect(Object.fromEntries(known.map((type) => [key(type), type]))).toEqual(
      Object.fromEntries(served.map((type) => [key(type), type])),
    );
  },
);

test('a dump without Pods lacks something, a dump without RuntimeClasses may be whole', () => {
  const unexpected = builtinResources.filter(({ expected }) => !expected).map(({ kind }) => kind);
  expect(unexpected).toMatchInlineSnapshot(`
    [
      "ComponentStatus",
      "PodTemplate",
      "MutatingAdmissionPolicy",
      "MutatingAdmissionPolicyBinding",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "CertificateSigningRequest",
      "Event",
      "FlowSchema",
      "PriorityLevelConfiguration",
      "IPAddress",
      "ServiceCIDR",
      "RuntimeClass",
      "DeviceClass",
      "ResourceSlice",
      "ResourceClaim",
      "ResourceClaimTemplate",
      "VolumeAttributesClass",
      "CSIStorageCapacity",
    ]
  `);
});
