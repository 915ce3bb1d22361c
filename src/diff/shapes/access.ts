/** Who may do what, and what may come in. */
import { bag, byKey, ignored, object, on, orElse, type Shape, set } from '#diff/shape.ts';
import { labelSelector } from './pod.ts';

export const role: Shape = object({
  rules: bag(
    object({
      verbs: set,
      apiGroups: set,
      resources: set,
      resourceNames: set,
      nonResourceURLs: set,
    }),
  ),
  aggregationRule: object({ clusterRoleSelectors: bag(labelSelector) }),
});

/** Of an aggregated ClusterRole the controller writes the rules; the selectors say what is in it. */
export const aggregatedRole: Shape = object({
  rules: ignored,
  aggregationRule: object({ clusterRoleSelectors: bag(labelSelector) }),
});

export const binding: Shape = object({
  subjects: byKey([
    ['kind', 'namespace', 'name'],
    ['kind', 'name'],
  ]),
  roleRef: object({ apiGroup: orElse('rbac.authorization.k8s.io') }),
});

export const serviceAccount: Shape = object({
  // Token Secrets that the server made.
  secrets: ignored,
  imagePullSecrets: byKey([['name']]),
  automountServiceAccountToken: on,
});

const operations = bag(
  object({
    operations: set,
    apiGroups: set,
    apiVersions: set,
    resources: set,
    scope: orElse('*'),
  }),
);
const matching = {
  matchPolicy: orElse('Equivalent'),
  namespaceSelector: orElse({}, labelSelector),
  objectSelector: orElse({}, labelSelector),
};

export const webhooks: Shape = object({
  webhooks: byKey(
    [['name']],
    object({
      ...matching,
      failurePolicy: orElse('Fail'),
      timeoutSeconds: orElse(10),
      reinvocationPolicy: orElse('Never'),
      clientConfig: object({ caBundle: ignored, service: object({ port: orElse(443) }) }),
      rules: operations,
      matchConditions: byKey([['name']]),
      admissionReviewVersions: set,
    }),
  ),
});

const constraints = object({
  ...matching,
  resourceRules: operations,
  excludeResourceRules: operations,
});

export const admissionPolicy: Shape = object({
  spec: object({
    failurePolicy: orElse('Fail'),
    matchConstraints: constraints,
    matchConditions: byKey([['name']]),
    variables: byKey([['name']]),
    validations: byKey([['expression']]),
    auditAnnotations: byKey([['key']]),
  }),
});

export const admissionPolicyBinding: Shape = object({
  spec: object({
    validationActions: set,
    matchResources: constraints,
    paramRef: object({ selector: labelSelector }),
  }),
});
