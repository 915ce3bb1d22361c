import type { Health } from '#kinds/kind.ts';
import type { Model } from '#model/model.ts';
import type { Problem, ProblemCode } from '#model/problems/problem.ts';
import { judge, type Severity } from '#model/problems/severity.ts';
import type { Prose } from '#views/chapters/prose.ts';
import type { Links } from '#views/links.ts';
import type { Ref } from '#views/ref.ts';
import { refTo } from '#views/refs.ts';
import { type EvidenceLine, evidenceLines } from './evidence.ts';
import { problemSays, titleOf } from './texts.ts';

/** One problem, as a list of them tells it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly title: string;
  /** The page of its code. */
  readonly href: string;
  readonly severity: Severity;
  readonly state: Health;
  /** Why it is as bad as that. */
  readonly because: string;
  readonly ref: Ref;
  readonly says: readonly Prose[];
  readonly evidence: readonly EvidenceLine[];
}

/** Severities as states: shape, word and colour. */
export const severityStates = {
  broken: { state: 'bad', word: 'Broken' },
  risky: { state: 'warn', word: 'Risky' },
  untidy: { state: 'done', word: 'Untidy' },
} as const satisfies Record<Severity, Health>;

interface Site {
  readonly model: Model;
  readonly links: Links;
  readonly page?: Ref['id'] | undefined;
  readonly lineOf?: ((path: string) => number | undefined) | undefined;
}

/** A problem in words and links; nothing when the object it is told at is not in the model. */
export function findingOf(site: Site, problem: Problem): readonly Finding[] {
  const { model, links } = site;
  const entry = model.get(problem.at);
  if (entry === undefined) return [];
  const { severity, because } = judge(problem);
  return [
    {
      code: problem.code,
      title: titleOf(problem.code),
      href: links.finding(problem.code),
      severity,
      state: severityStates[severity],
      because,
      ref: refTo(model, problem.at, links.object),
      says: problemSays(problem, { model, links, entry }),
      evidence: evidenceLines({ ...site, subject: site.page ?? problem.at }, problem.evidence),
    },
  ];
}
