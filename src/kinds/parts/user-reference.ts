import type { Reference, Relation } from '#kinds/reference.ts';
import { refer } from './refer.ts';

const account = /^system:serviceaccount:([^:]+):([^:]+)$/;
const kubelet = /^system:node:(.+)$/;

/**
 * The edge to the object behind the name of a user: a ServiceAccount or the kubelet of a Node, whom the
 * API server knows by such names. Other users are no objects.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/node/
 */
export function userReference(
  relation: Relation,
  user: string | undefined,
  path: string,
): readonly Reference[] {
  const [, namespace, name] = account.exec(user ?? '') ?? [];
  const [, node] = kubelet.exec(user ?? '') ?? [];
  return [
    ...refer(relation, 'ServiceAccount', { name, namespace, path, ifFound: true }),
    ...refer(relation, 'Node', { name: node, path, ifFound: true }),
  ];
}
