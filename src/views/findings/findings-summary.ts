import type { Model } from '#model/model.ts';
import type { Problem, ProblemCode } from '#model/problems/problem.ts';
import { judge, type Severity, severities } from '#model/problems/severity.ts';
import type { Links } from '#views/links.ts';
import { type Finding, findingOf, severityStates } from './finding.ts';
import { titleOf } from './texts.ts';

/** How many problems of each severity there are, those without any left out. */
export interface SeverityCount {
  readonly severity: Severity;
  readonly state: (typeof severityStates)[Severity];
  readonly count: number;
}

/** Problems of one code that are untidy at most, in one line. */
export interface CodeCount {
  readonly code: ProblemCode;
  readonly title: string;
  readonly href: string;
  readonly count: number;
}

/** The problems of a cluster or a namespace, the worst of them told. */
export interface FindingsSummary {
  readonly counts: readonly SeverityCount[];
  /** The worst, one by one. */
  readonly top: readonly Finding[];
  /** How many more there are as bad as those. */
  readonly hidden: number;
  /** The rest by code. */
  readonly untidy: readonly CodeCount[];
  readonly href: string;
}

/** How many problems of each severity there are. */
export function countSeverities(problems: readonly Problem[]): readonly SeverityCount[] {
  const bySeverity = Map.groupBy(problems, (problem) => judge(problem).severity);
  return severities.flatMap((severity) => {
    const count = bySeverity.get(severity)?.length ?? 0;
    return count === 0 ? [] : [{ severity, state: severityStates[severity], count }];
  });
}

/** @param most How many are told one by one. */
export function findingsSummary(
  model: Model,
  links: Links,
  problems: readonly Problem[],
  most: number,
): FindingsSummary {
  const untidy = problems.filter((problem) => judge(problem).severity === 'untidy');
  const grave = problems.filter((problem) => judge(problem).severity !== 'untidy');
  const byCode = Map.groupBy(untidy, ({ code }) => code);
  return {
    counts: countSeverities(problems),
    top: grave.slice(0, most).flatMap((problem) => findingOf({ model, links }, problem)),
    hidden: Math.max(0, grave.length - most),
    untidy: [...byCode].map(([code, members]) => ({
      code,
      title: titleOf(code),
      href: links.finding(code),
      count: members.length,
    })),
    href: links.findings(),
  };
}
