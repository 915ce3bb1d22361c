import type { Model } from '#model/model.ts';
import type { Problem, ProblemCode } from '#model/problems/problem.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import type { Links } from '#views/links.ts';
import { count } from '#views/words.ts';
import { type Finding, findingOf } from './finding.ts';
import { titleOf } from './texts.ts';
import { unknownOf } from './unknowns.ts';

/** Findings on one page; more of them continue on `/2/`, `/3/` … */
const findingsPerPage = 200;

/** Findings of one code in one namespace. */
export interface FindingPlace {
  /** Absent for what is of the whole cluster. */
  readonly namespace?: string | undefined;
  readonly href?: string | undefined;
  readonly findings: readonly Finding[];
}

/** One page of the findings of a code. */
export interface FindingView {
  readonly title: string;
  readonly lead: string;
  readonly total: number;
  readonly places: readonly FindingPlace[];
  /** Why there may be more. */
  readonly unknown?: string | undefined;
  readonly page: number;
  readonly pages: number;
}

/** By namespace, what is of the whole cluster first; within one the worst first. */
function ofCode(model: Model, code: ProblemCode): readonly Problem[] {
  const namespaceOf = ({ at }: Problem) => parseObjectId(at).namespace ?? '';
  return problemsOf(model)
    .all.filter((problem) => problem.code === code)
    .toSorted((a, b) => compareCodePoints(namespaceOf(a), namespaceOf(b)));
}

/** How many pages the findings of a code take: one at least. */
export function findingPageCount(model: Model, code: ProblemCode): number {
  return Math.max(1, Math.ceil(ofCode(model, code).length / findingsPerPage));
}

/** @param page Counts from 1. */
export function findingView(
  model: Model,
  links: Links,
  code: ProblemCode,
  page: number,
): FindingView {
  const problems = ofCode(model, code);
  const shown = problems.slice((page - 1) * findingsPerPage, page * findingsPerPage);
  const findings = shown.flatMap((problem) => findingOf({ model, links }, problem));
  const byNamespace = Map.groupBy(findings, ({ ref }) => ref.namespace);
  return {
    title: titleOf(code),
    lead: leadOf(findings, problems.length),
    total: problems.length,
    places: [...byNamespace].map(([namespace, members]) => ({
      namespace,
      href: namespace === undefined ? undefined : links.namespace(namespace),
      findings: members,
    })),
    unknown: unknownOf(model, code),
    page,
    pages: findingPageCount(model, code),
  };
}

function leadOf(findings: readonly Finding[], total: number): string {
  if (total === 0) return 'None found in this snapshot.';
  const reasons = new Set(findings.map(({ because }) => because));
  const [only, another] = reasons;
  const objects = `Found at ${count(total, 'place')}.`;
  return only === undefined || another !== undefined ? objects : `${objects} ${only}`;
}
