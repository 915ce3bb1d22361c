import type { Reference } from '#kinds/reference.ts';
import { refer } from './refer.ts';

const secretName = /^((?:csi\.storage\.k8s\.io|snapshot\.storage\.kubernetes\.io)\/.*secret)-name$/;

/**
 * Edges to the Secrets that the `parameters` of a class name for its CSI driver: each stands under
 * `…-secret-name`, its namespace beside it under `…-secret-namespace`.
 *
 * @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-storage-class.html
 */
export function secretParameters(
  parameters: Readonly<Record<string, string>> = {},
): readonly Reference[] {
  return Object.keys(parameters).flatMap((key) => {
    const [, prefix] = secretName.exec(key) ?? [];
    const name = parameters[key];
    const namespace = parameters[`${prefix}-namespace`];
    // `${pvc.name}` and the like are filled in for each claim.
    if (prefix === undefined || `${name}${namespace}`.includes('${')) return [];
    return refer('credentials', 'Secret', { name, namespace, path: `parameters['${key}']` });
  });
}
