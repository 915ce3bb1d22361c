import { hash } from 'node:crypto';
import { answersOf, type Mark } from '#model/answers.ts';
import type { Model } from '#model/model.ts';
import type { Reads } from '#model/reads.ts';

/** What pages of a cluster ask of its model, each question once, and what it answers. */
export interface Questions {
  /** The numbers of questions that were noted. */
  numbersOf(reads: Reads): Int32Array;
  /** The numbers of questions as {@link textOf} wrote them. */
  numbersIn(text: readonly string[]): Int32Array;
  /** `get Pod/shop/web-0` */
  textOf(number: number): string;
  /** Digest of the answers to some questions, in their order. */
  answersTo(numbers: Int32Array): string;
}

/** @param mark - The digest of an object. */
export function createQuestions(model: Model, mark: Mark): Questions {
  const answer = answersOf(model, mark);
  const byName = new Map<string, Map<string, number>>();
  const whats: string[] = [];
  const ofs: string[] = [];
  const digests: string[] = [];
  const numberOf = (what: string, of: string) => {
    const named = byName.get(what) ?? new Map<string, number>();
    byName.set(what, named);
    const known = named.get(of);
    if (known !== undefined) return known;
    named.set(of, whats.length);
    whats.push(what);
    return ofs.push(of) - 1;
  };
  const digestAt = (number: number) => {
    digests[number] ??= hash('sha256', answer(whats[number] ?? '', ofs[number] ?? ''), 'base64url');
    return digests[number];
  };
  return {
    numbersOf: (reads) =>
      Int32Array.from(
        [...reads].flatMap(([what, ofs]) => [...ofs].map((of) => numberOf(what, of))),
      ),
    numbersIn: (text) =>
      Int32Array.from(text, (line) => {
        const end = line.indexOf(' ');
        return numberOf(line.slice(0, end), line.slice(end + 1));
      }),
    textOf: (number) => `${whats[number]} ${ofs[number]}`,
    answersTo: (numbers) => hash('sha256', Array.from(numbers, digestAt).join(''), 'base64url'),
  };
}
