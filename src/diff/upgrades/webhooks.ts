import { eachOf, type Upgrade } from './upgrade.ts';

/**
 * Webhooks of `admissionregistration.k8s.io/v1beta1`: what they left out was more lenient then.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export const webhooks: Upgrade = (object) => ({
  ...object,
  webhooks: eachOf(object['webhooks'], (webhook) => ({
    failurePolicy: 'Ignore',
    matchPolicy: 'Exact',
    sideEffects: 'Unknown',
    timeoutSeconds: 30,
    admissionReviewVersions: ['v1beta1'],
    ...webhook,
  })),
});
