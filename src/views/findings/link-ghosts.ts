import type { Diagram, DiagramNode } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import type { ProblemCode } from '#model/problems/problem.ts';
import { problemsOf } from '#model/problems/problems.ts';
import type { Links } from '#views/links.ts';

const known = new WeakMap<Model, ReadonlyMap<string, ProblemCode>>();

/** What is missing, by id, and the kind of finding that it is. */
function missingTargets(model: Model): ReadonlyMap<string, ProblemCode> {
  const targets = known.get(model) ?? collect(model);
  known.set(model, targets);
  return targets;
}

function collect(model: Model): ReadonlyMap<string, ProblemCode> {
  const targets = new Map<string, ProblemCode>();
  for (const problem of problemsOf(model).all) {
    if (problem.code === 'missing-reference') targets.set(problem.target, problem.code);
    if (problem.code === 'webhook-nowhere') targets.set(problem.service, problem.code);
  }
  return targets;
}

/** A figure around an object has the side of each box before its id. */
function targetOf({ id, object = id }: DiagramNode): string {
  return object.replace(/^(left|right) /, '');
}

/** The same figure, in which each box of something missing leads to the finding. */
export function linkGhosts(model: Model, links: Links, diagram: Diagram): Diagram {
  const targets = missingTargets(model);
  const linked = (node: DiagramNode): DiagramNode => {
    const code = node.role === 'ghost' ? targets.get(targetOf(node)) : undefined;
    return code === undefined ? node : { ...node, href: links.finding(code) };
  };
  return { ...diagram, nodes: diagram.nodes.map(linked) };
}
