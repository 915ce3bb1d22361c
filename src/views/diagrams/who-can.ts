import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import { ruleLine } from '#kinds/parts/policy-rule.ts';
import type { Entry, Model } from '#model/model.ts';
import { question } from '#model/per-model.ts';
import { type ObjectId, objectId, parseObjectId } from '#snapshot/object-id.ts';
import { type Grant, grantsOf, powersOf, rulesOf } from '#views/chapters/rights.ts';
import type { Links } from '#views/links.ts';
import { absentNode } from './absent-node.ts';
import { objectNode } from './nodes.ts';

/** Rights of a role that have boxes of their own. */
const mostRights = 5;

/** Longest right in a box; the page of the role has it in full. */
const longestRight = 60;

type Parts = { readonly nodes: DiagramNode[]; readonly edges: DiagramEdge[] };

/**
 * Who can do what through a ServiceAccount or a role: subjects → bindings → roles → rights. Nothing where
 * only Kubernetes' own bindings say so.
 */
export function whoCan(model: Model, links: Links, entry: Entry): Diagram | undefined {
  const { kind, metadata } = entry.object;
  const grants =
    kind === 'ServiceAccount' ? grantsTo(model, entry.id) : grantsThrough(model, entry.id);
  if (grants.every(isDefault)) return undefined;
  const parts: Parts = { nodes: [], edges: [] };
  for (const grant of grants) addGrant(parts, model, links, grant);
  const roles = new Set(grants.flatMap(({ role }) => role ?? []));
  for (const role of roles) addRights(parts, role, links);
  const nodes = [...new Map(parts.nodes.map((node) => [node.id, node])).values()];
  return {
    id: 'who-can',
    title: `Who can do what through ${kind} ${metadata.name}`,
    description: `Subjects, bindings, roles and rights around ${kind} ${metadata.name}.`,
    caption:
      kind === 'ServiceAccount'
        ? `What pods that run as ${metadata.name} may do, besides what every account may. A RoleBinding gives a right in its own namespace only.`
        : `Who has ${kind} ${metadata.name}, through which binding. A RoleBinding gives it in its own namespace only.`,
    complete: { label: 'All of them, as a table', href: '#uses' },
    groups: [],
    nodes: nodes.map((node) => (node.id === entry.id ? { ...node, role: 'self' as const } : node)),
    edges: onceEach(parts.edges),
  };
}

const grantsTo = question('grantsTo', (model, account: ObjectId): readonly Grant[] => {
  const { name, namespace } = parseObjectId(account);
  return grantsOf({ model }).filter(
    ({ subject }) =>
      subject.kind === 'ServiceAccount' && subject.name === name && subject.namespace === namespace,
  );
});

// What Kubernetes gives its own parts is the same in every cluster, and the tables of the page have it.
function isDefault({ binding }: Grant): boolean {
  return binding.object.metadata.labels?.['kubernetes.io/bootstrapping'] === 'rbac-defaults';
}

const grantsThrough = question('grantsThrough', (model, id: ObjectId): readonly Grant[] =>
  grantsOf({ model }).filter(({ role }) => role?.id === id),
);

function addGrant(parts: Parts, model: Model, links: Links, grant: Grant): void {
  const { binding, role, namespace } = grant;
  const subject = subjectNode(model, links, grant);
  const given = role
    ? objectNode(model, role.id, links.object, {})
    : absentRole(model, links, grant);
  const to = given.id;
  parts.nodes.push(subject, objectNode(model, binding.id, links.object, {}), given);
  parts.edges.push(
    { from: subject.id, to: binding.id, evidence: 'proven', proof: 'subjects' },
    {
      from: binding.id,
      to,
      label: namespace === undefined ? 'everywhere' : `in ${namespace}`,
      evidence: 'proven',
      proof: 'roleRef.name',
    },
  );
}

function absentRole(model: Model, links: Links, { binding, roleName }: Grant): DiagramNode {
  const named = model
    .danglingFrom(binding.id)
    .find(({ reference: { relation } }) => relation === 'grants');
  if (named !== undefined) {
    return absentNode(model, named, links.object, binding.object.metadata.namespace);
  }
  const id = `role ${roleName}`;
  const kind = 'role, not in the snapshot';
  return { id, label: roleName, kind, glyph: 'role', category: 'access', role: 'unseen' };
}

/** Users and groups are names; only a ServiceAccount is an object. */
export function subjectNode(model: Model, links: Links, { subject }: Grant): DiagramNode {
  const { kind = '', name = '', namespace } = subject;
  const glyph = 'serviceaccount';
  if (kind !== 'ServiceAccount') {
    const id = `${kind} ${name}`;
    return { id, label: name, kind, glyph, category: 'access', role: 'outside' };
  }
  const id = objectId({ group: '', kind, namespace, name });
  if (model.get(id) !== undefined) return objectNode(model, id, links.object, {});
  const isKnown = model.holdsAll({ group: '', kind }, namespace);
  return {
    id,
    label: name,
    kind: `${kind} in ${namespace}, ${isKnown ? 'missing' : 'not captured'}`,
    glyph,
    category: 'access',
    role: isKnown ? 'ghost' : 'unseen',
  };
}

function addRights(parts: Parts, role: Entry, links: Links): void {
  const rules = rulesOf(role);
  const isAll = powersOf(rules)[0] === 'everything';
  const lines = isAll ? ['everything'] : rules.map(ruleLine);
  const shown = lines.length > mostRights + 1 ? lines.slice(0, mostRights) : lines;
  const right = (id: string, label: string, kind: string, more: Partial<DiagramNode>) => {
    parts.nodes.push({
      id,
      label,
      kind,
      glyph: 'role',
      category: 'access',
      role: 'plain',
      ...more,
    });
    parts.edges.push({ from: role.id, to: id, label: 'may', evidence: 'proven', proof: 'rules' });
  };
  const href = `${links.object(role.id)}#rules`;
  shown.forEach((line, i) => {
    const cut = line.length > longestRight ? `${line.slice(0, longestRight - 1)}…` : line;
    const [verbs = '', what] = cut.split(/ on (.*)/s);
    right(`${role.id} right ${i}`, what ?? verbs, what === undefined ? 'Right' : verbs, { href });
  });
  const rest = lines.length - shown.length;
  if (rest > 0) right(`${role.id} rights`, `+${rest} more`, '', { role: 'more', href });
}

function onceEach(edges: readonly DiagramEdge[]): readonly DiagramEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.from}\n${edge.to}`, edge])).values()];
}
