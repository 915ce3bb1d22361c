import { isFields } from '#snapshot/fields.ts';
import { eachOf, ofSpec, type Step } from './upgrade.ts';

/** An Ingress of `extensions/v1beta1` or `networking.k8s.io/v1beta1`. */
export const ingress = ofSpec(({ backend: fallback, rules, ...spec }) => ({
  ...spec,
  ...(fallback === undefined ? {} : { defaultBackend: backend(fallback) }),
  ...(rules === undefined ? {} : { rules: eachOf(rules, rule) }),
}));

const rule: Step = (given) => {
  const { http } = given;
  if (!isFields(http)) return given;
  const paths = eachOf(http['paths'], (path) => ({ ...path, backend: backend(path['backend']) }));
  return { ...given, http: { ...http, paths } };
};

/** `{ serviceName, servicePort }` → `{ service: { name, port } }`. */
function backend(old: unknown): unknown {
  if (!isFields(old) || old['serviceName'] === undefined) return old;
  const { serviceName, servicePort, ...rest } = old;
  const port = typeof servicePort === 'string' ? { name: servicePort } : { number: servicePort };
  return { ...rest, service: { name: serviceName, port } };
}
