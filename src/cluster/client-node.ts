import { registerHooks } from 'node:module';

/** The part of the Kubernetes client that is used: kubeconfigs, certificates and logins. */
export type { Cluster, Context, User } from '@kubernetes/client-node/dist/config_types.js';

const config = '@kubernetes/client-node/dist/config.js';

// What config.js takes from the generated code is only for making the typed clients.
const noModels = `data:text/javascript,${encodeURIComponent(
  'export const createConfiguration = undefined; export const ServerConfiguration = undefined;',
)}`;

/**
 * The client's class of kubeconfigs, without the 1,370 models it would bring along: they cost half a second of
 * processor and 54 MB, and no object is ever read through them.
 */
export async function loadClientNode(): Promise<
  typeof import('@kubernetes/client-node/dist/config.js')
> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === './gen/index.js' && context.parentURL?.endsWith(config)
        ? { url: noModels, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await import('@kubernetes/client-node/dist/config.js');
  } finally {
    hooks.deregister();
  }
}
