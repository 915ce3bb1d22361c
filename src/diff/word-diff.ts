import { stepsBetween } from './sequence-diff.ts';

/** A piece of a text, and whether the other side has it. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Both sides of a value, in pieces. */
export interface WordDiff {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

const word = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

/** A longer value is not read word by word. */
const maxWords = 400;

/** Two texts with less than this in common are two texts, and marking words in them helps nobody. */
const minCommon = 0.3;

/** The words in which two short texts differ; nothing where they are too long or too different. */
export function wordDiff(before: string, after: string): WordDiff | undefined {
  const [a, b] = [before.match(word) ?? [], after.match(word) ?? []];
  if (a.length === 0 || b.length === 0 || Math.max(a.length, b.length) > maxWords) return undefined;
  const steps = stepsBetween(a, b);
  const common = steps.filter((step) => step === ' ').length;
  if (common / Math.max(a.length, b.length) < minCommon) return undefined;
  return {
    before: piecesOf(
      a,
      steps.filter((step) => step !== '+').map((step) => step !== ' '),
    ),
    after: piecesOf(
      b,
      steps.filter((step) => step !== '-').map((step) => step !== ' '),
    ),
  };
}

/** Words that stand together and fare alike are one piece. */
function piecesOf(words: readonly string[], differs: readonly boolean[]): readonly Piece[] {
  const pieces: { text: string; differs: boolean }[] = [];
  for (const [index, text] of words.entries()) {
    const last = pieces.at(-1);
    const here = differs[index] ?? false;
    if (last?.differs === here) last.text += text;
    else pieces.push({ text, differs: here });
  }
  return pieces;
}
