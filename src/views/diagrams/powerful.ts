import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import { type Grant, grantsOf, powersOf, rulesOf } from '#views/chapters/rights.ts';
import type { Links } from '#views/links.ts';
import { count } from '#views/words.ts';
import { objectNode } from './nodes.ts';
import { subjectNode } from './who-can.ts';

/** Kubernetes' own: every cluster has the same. */
const ownRole = /^system:/;

/**
 * Who is powerful: subjects that have a right by which they could take any other, the role that gives it
 * and the right. Rights in the whole cluster only; what every cluster gives its own parts is left out.
 */
export function powerful(model: Model, links: Links): Diagram | undefined {
  const everywhere = grantsOf({ model }).filter(({ namespace }) => namespace === undefined);
  const strong = everywhere.flatMap((grant) => {
    const powers = powersOf(rulesOf(grant.role));
    return powers.length === 0 ? [] : [{ grant, powers }];
  });
  const drawn = strong.filter(({ grant }) => !ownRole.test(grant.roleName));
  if (drawn.length === 0) return undefined;
  const nodes = new Map<string, DiagramNode>();
  const edges = new Map<string, DiagramEdge>();
  for (const { grant, powers } of drawn) addGrant(nodes, edges, model, links, grant, powers);
  const own = new Set(
    strong.map(({ grant }) => grant.roleName).filter((name) => ownRole.test(name)),
  );
  return {
    id: 'powerful',
    title: 'Who is powerful',
    description:
      'Subjects, the ClusterRoles they are given, and what these allow in every namespace.',
    caption:
      'Who can take over the cluster, or read what is secret: the subject, the ClusterRole that it is given everywhere, and the right.',
    omitted:
      own.size === 0
        ? undefined
        : `Left out: ${count(own.size, 'role')} whose name begins with system:, which Kubernetes gives its own parts.`,
    complete: {
      label: 'All ClusterRoleBindings',
      href: links.kind('clusterrolebindings.rbac.authorization.k8s.io'),
    },
    groups: [],
    nodes: [...nodes.values()],
    edges: [...edges.values()],
  };
}

function addGrant(
  nodes: Map<string, DiagramNode>,
  edges: Map<string, DiagramEdge>,
  model: Model,
  links: Links,
  grant: Grant,
  powers: readonly string[],
): void {
  const { role, binding } = grant;
  if (role === undefined) return;
  const subject = subjectNode(model, links, grant);
  nodes.set(subject.id, subject);
  nodes.set(role.id, objectNode(model, role.id, links.object, {}));
  const proof = `ClusterRoleBinding ${binding.object.metadata.name}`;
  edges.set(`${subject.id}\n${role.id}`, {
    from: subject.id,
    to: role.id,
    label: 'is given',
    evidence: 'proven',
    proof,
  });
  for (const power of powers) {
    const id = `power ${power}`;
    nodes.set(id, {
      id,
      label: power,
      kind: 'can',
      glyph: 'secret',
      category: 'access',
      role: 'outside',
    });
    edges.set(`${role.id}\n${id}`, { from: role.id, to: id, evidence: 'proven', proof: 'rules' });
  }
}
