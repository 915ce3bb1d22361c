/** Defaults of `extensions/v1beta1` and `apps/v1beta1`, `defaults.go` each of Kubernetes 1.15. */
import { type Fields, isFields } from '#snapshot/fields.ts';
import { ofSpec } from './upgrade.ts';

/** No deadline and no limit were the defaults of extensions/v1beta1: the largest number stands for both. */
const largest = 2 ** 31 - 1;

/** A Deployment of `extensions/v1beta1`. */
export const extensionsDeployment = ofSpec((spec) => ({
  progressDeadlineSeconds: largest,
  revisionHistoryLimit: largest,
  ...spec,
  strategy: rolling(spec['strategy'], { maxSurge: 1, maxUnavailable: 1 }),
}));

/** A Deployment of `apps/v1beta1`: everything else has today's defaults. */
export const appsDeployment = ofSpec((spec) => ({ revisionHistoryLimit: 2, ...spec }));

/** A DaemonSet of `extensions/v1beta1` or a StatefulSet of `apps/v1beta1`: nothing was replaced by itself. */
export const onDelete = ofSpec((spec) => ({ updateStrategy: { type: 'OnDelete' }, ...spec }));

function rolling(strategy: unknown, defaults: Fields): unknown {
  const given = isFields(strategy) ? strategy : {};
  if (given['type'] === 'Recreate') return given;
  const rollingUpdate = isFields(given['rollingUpdate']) ? given['rollingUpdate'] : {};
  return { type: 'RollingUpdate', ...given, rollingUpdate: { ...defaults, ...rollingUpdate } };
}
