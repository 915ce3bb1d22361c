import { canonicalLine, compareCodePoints } from '#snapshot/json.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { groupKindOf } from '#snapshot/object-id.ts';

/**
 * Which of two copies of an object to keep: the one that the API server gave a resourceVersion, then the one
 * with a status, then of two states of one object the later, then the one in today's group, then the longer.
 * Never the one that came first, so that the order of files does not matter.
 */
export function better(a: KubeObject, b: KubeObject): KubeObject {
  const order =
    Number(hasResourceVersion(a)) - Number(hasResourceVersion(b)) ||
    Number(hasStatus(a)) - Number(hasStatus(b)) ||
    compareStates(a, b) ||
    Number(inTodaysGroup(a)) - Number(inTodaysGroup(b)) ||
    compareLines(a, b);
  return order >= 0 ? a : b;
}

function hasResourceVersion({ metadata }: KubeObject): boolean {
  return Boolean(metadata.resourceVersion);
}

function hasStatus({ status }: KubeObject): boolean {
  return typeof status === 'object' && status !== null && Object.keys(status).length > 0;
}

/**
 * Of one object (its uid says so) read twice, the higher resourceVersion is later: etcd counts them up.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions
 */
function compareStates(a: KubeObject, b: KubeObject): number {
  if (a.metadata.uid === undefined || a.metadata.uid !== b.metadata.uid) return 0;
  const [left, right] = [a.metadata.resourceVersion ?? '', b.metadata.resourceVersion ?? ''];
  if (!/^\d+$/.test(left) || !/^\d+$/.test(right)) return 0;
  return left.length - right.length || compareCodePoints(left, right);
}

function inTodaysGroup(object: KubeObject): boolean {
  return groupKindOf(object).group === groupOf(object.apiVersion);
}

function compareLines(a: KubeObject, b: KubeObject): number {
  const [left, right] = [canonicalLine(a), canonicalLine(b)];
  return left.length - right.length || compareCodePoints(left, right);
}
