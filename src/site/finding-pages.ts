import type { ProblemCode } from '#model/problems/problem.ts';
import { problemCodes } from '#model/problems/severity.ts';
import { findingPageCount } from '#views/findings/finding-page.ts';
import type { BookCluster } from './book.ts';

/** One page of the findings of a code. */
export interface FindingPage {
  readonly code: ProblemCode;
  /** Counts from 1. */
  readonly page: number;
}

/** Every page of every code, those without findings too: their guides say what was looked for. */
export function findingPagesOf({ model }: BookCluster): readonly FindingPage[] {
  return problemCodes.flatMap((code) =>
    Array.from({ length: findingPageCount(model, code) }, (_, i) => ({ code, page: i + 1 })),
  );
}
