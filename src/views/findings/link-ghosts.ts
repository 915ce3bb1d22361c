import type { Diagram, DiagramNode } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import type { ProblemCode } from '#model/problems/problem.ts';
import { problemsOf } from '#model/problems/problems.ts';
import type { Links } from '#views/links.ts';

/** The kind of finding that something missing is. */
const codeOfMissing = question('codeOfMissing', (model, id) => missingTargets(model).get(id));

/** What is missing, by id, and the kind of finding that it is. */
const missingTargets = oncePerModel((model): ReadonlyMap<string, ProblemCode> => {
  const targets = new Map<string, ProblemCode>();
  for (const problem of problemsOf(model).all) {
    if (problem.code === 'missing-reference') targets.set(problem.target, problem.code);
    if (problem.code === 'webhook-nowhere') targets.set(problem.service, problem.code);
    if (problem.code === 'empty-service' || problem.code === 'empty-policy') {
      targets.set(nothingOf(problem.at), problem.code);
    }
  }
  return targets;
});

/** What stands for the objects that a selector of this one does not find; `absent-node.ts` makes the id. */
function nothingOf(selecting: string): string {
  return `${selecting} spec`;
}

/** A figure around an object has the side of each box before its id. */
function targetOf({ id, object = id }: DiagramNode): string {
  return object.replace(/^(left|right) /, '');
}

/**
 * The same figure, in which each box of something missing leads to the finding.
 *
 * @param otherwise Where a box leads of which there is no finding: a workload whose `nodeSelector` no Node
 *   has, while its Pods still run.
 */
export function linkGhosts(
  model: Model,
  links: Links,
  diagram: Diagram,
  otherwise?: string | undefined,
): Diagram {
  const linked = (node: DiagramNode): DiagramNode => {
    if (node.role !== 'ghost') return node;
    const target = targetOf(node);
    const code =
      codeOfMissing(model, target) ?? codeOfMissing(model, target.replace(/(?<= spec)\..*$/, ''));
    return { ...node, href: code === undefined ? (node.href ?? otherwise) : links.finding(code) };
  };
  return { ...diagram, nodes: diagram.nodes.map(linked) };
}
