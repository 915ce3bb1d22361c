import type { Reference } from '#kinds/reference.ts';
import type { PodSite } from './pod-template.ts';
import { refer } from './refer.ts';
import { type Infer, list, partAsIs, text } from './schema.ts';

/** `resourceClaims` of a pod spec, or of a group of pods: the devices that it asks for. */
export const resourceClaims = list(
  partAsIs({ name: text, resourceClaimName: text, resourceClaimTemplateName: text }),
);

/** Edges to claims of devices, and to the templates of which claims are made. */
export function claimReferences(
  claims: Infer<typeof resourceClaims>,
  { at, namespace }: PodSite,
): readonly Reference[] {
  return claims.flatMap(({ name, resourceClaimName, resourceClaimTemplateName }) => [
    ...refer('allocation', 'ResourceClaim.resource.k8s.io', {
      name: resourceClaimName,
      namespace,
      path: `${at}.resourceClaims[name=${name}].resourceClaimName`,
    }),
    ...refer('allocation', 'ResourceClaimTemplate.resource.k8s.io', {
      name: resourceClaimTemplateName,
      namespace,
      path: `${at}.resourceClaims[name=${name}].resourceClaimTemplateName`,
    }),
  ]);
}
