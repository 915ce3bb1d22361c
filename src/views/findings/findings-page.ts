import type { Model } from '#model/model.ts';
import type { Problem, ProblemCode } from '#model/problems/problem.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { judge, problemCodes, type Severity } from '#model/problems/severity.ts';
import type { Links } from '#views/links.ts';
import { count } from '#views/words.ts';
import { type Finding, findingOf, severityStates } from './finding.ts';
import { countSeverities } from './findings-summary.ts';
import { titleOf } from './texts.ts';
import { unknownOf } from './unknowns.ts';

/** Findings of one code told on the page of all; its own page has the rest. */
const maxOfCode = 5;

/** Problems of one code and severity. */
export interface FindingGroup {
  readonly code: ProblemCode;
  readonly title: string;
  readonly href: string;
  readonly count: number;
  readonly shown: readonly Finding[];
  readonly hidden: number;
}

/** Problems of one severity. */
export interface FindingSection {
  readonly severity: Severity;
  readonly state: (typeof severityStates)[Severity];
  /** What the severity means. */
  readonly meaning: string;
  readonly count: number;
  readonly groups: readonly FindingGroup[];
}

/** One thing that was looked for. */
export interface SearchedCode {
  readonly code: ProblemCode;
  readonly title: string;
  readonly href?: string | undefined;
  readonly count: number;
  /** Why none may have been found. */
  readonly unknown?: string | undefined;
}

/** All findings of a cluster, the worst first, and what was looked for. */
export interface FindingsView {
  readonly lead: string;
  readonly sections: readonly FindingSection[];
  readonly searched: readonly SearchedCode[];
}

const meanings = {
  broken: 'Did not work when the snapshot was taken.',
  risky: 'Works, until a usual event breaks it: a drain, an upgrade, the next apply.',
  untidy: 'Breaks nothing. It costs money, room or understanding.',
} as const satisfies Record<Severity, string>;

/** The page of all findings. */
export function findingsView(model: Model, links: Links): FindingsView {
  const { all } = problemsOf(model);
  const searched = problemCodes.map((code) => searchedCode(model, links, code, all));
  const bySeverity = Map.groupBy(all, (problem) => judge(problem).severity);
  return {
    lead: leadOf(all, searched),
    sections: [...bySeverity].map(([severity, problems]) => ({
      severity,
      state: severityStates[severity],
      meaning: meanings[severity],
      count: problems.length,
      groups: groupsOf(model, links, problems),
    })),
    searched,
  };
}

function leadOf(problems: readonly Problem[], searched: readonly SearchedCode[]): string {
  if (problems.length === 0) {
    return searched.some(({ unknown }) => unknown !== undefined)
      ? 'Nothing found in what was captured. Below is what was looked for, and what could not be known.'
      : 'Nothing found. Below is what was looked for.';
  }
  const counts = countSeverities(problems).map(
    ({ state, count: number }) => `${number.toLocaleString('en')} ${state.word.toLowerCase()}`,
  );
  return `${count(problems.length, 'finding')}: ${counts.join(', ')}. Each is proved by fields of this snapshot.`;
}

function groupsOf(
  model: Model,
  links: Links,
  problems: readonly Problem[],
): readonly FindingGroup[] {
  return [...Map.groupBy(problems, ({ code }) => code)].map(([code, members]) => ({
    code,
    title: titleOf(code),
    href: links.finding(code),
    count: members.length,
    shown: members.slice(0, maxOfCode).flatMap((problem) => findingOf({ model, links }, problem)),
    hidden: Math.max(0, members.length - maxOfCode),
  }));
}

function searchedCode(
  model: Model,
  links: Links,
  code: ProblemCode,
  all: readonly Problem[],
): SearchedCode {
  const found = all.filter((problem) => problem.code === code).length;
  return {
    code,
    title: titleOf(code),
    href: links.finding(code),
    count: found,
    unknown: unknownOf(model, code),
  };
}
