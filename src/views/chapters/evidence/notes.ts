import type { Inline } from '#markdown/tree.ts';
import { objectNamed } from '#views/chapters/coverage.ts';
import { type Prose, proseText, text } from '#views/chapters/prose.ts';
import type { Scope } from '#views/chapters/scope.ts';
import { factNamed } from '#views/chapters/scope.ts';
import { evidenceFor } from './evidence.ts';
import { field, listSentences, type Proof } from './say.ts';

/** A fact that a sentence states or depends on. */
export interface Ground {
  readonly name: string;
  readonly line: number;
}

/** The facts a sentence of an author states. */
export function groundsIn(inlines: readonly Inline[]): readonly Ground[] {
  return inlines.flatMap((inline): readonly Ground[] => {
    if (inline.type === 'value') return [{ name: inline.name, line: inline.line }];
    return 'children' in inline && inline.type !== 'note' ? groundsIn(inline.children) : [];
  });
}

/** Addresses that running text leads to. */
export function linksIn(words: readonly Prose[]): readonly string[] {
  return words.flatMap((word): readonly string[] => {
    if (word.type === 'link') return [word.href];
    if (word.type === 'ref') return word.ref.href === undefined ? [] : [word.ref.href];
    return 'children' in word ? linksIn(word.children) : [];
  });
}

/**
 * How the facts of a text are known: a sentence for each that has its proof neither in a link of its own
 * nor in another of the text. Undefined when nothing is left to say.
 *
 * @param words - The text itself, for the links in it.
 */
export function evidenceNote(
  grounds: readonly Ground[],
  words: readonly Prose[],
  scope: Scope,
): readonly Prose[] | undefined {
  const proofs = grounds.flatMap(({ name, line }): readonly Proof[] => {
    if (linksIn(factNamed(scope, name, line) ?? []).length > 0) return [];
    const proof = evidenceFor(name, scope.cluster);
    return proof === undefined ? [] : [proof];
  });
  const sentences = sentencesOf(proofs);
  const shown = new Set(linksIn(words));
  const isNew = (sentence: readonly Prose[], index: number) => {
    const links = linksIn(sentence);
    const isShown = links.length > 0 && links.every((href) => shown.has(href));
    const key = proseText(sentence);
    return !isShown && sentences.findIndex((other) => proseText(other) === key) === index;
  };
  return joined(sentences.filter(isNew));
}

/** Proofs as sentences, all lists in one at the end. */
function sentencesOf(proofs: readonly Proof[]): readonly (readonly Prose[])[] {
  const said = proofs.flatMap((proof) => ('lists' in proof ? [] : [proof]));
  const read = proofs.flatMap((proof) => ('lists' in proof ? proof.lists : []));
  return [...said, ...listSentences(read)].filter((sentence) => sentence.length > 0);
}

function joined(sentences: readonly (readonly Prose[])[]): readonly Prose[] | undefined {
  if (sentences.length === 0) return undefined;
  return sentences.flatMap((sentence, index) => (index > 0 ? [text(' '), ...sentence] : sentence));
}

/** A single proof as running text. */
export function proofWords(proof: Proof | undefined): readonly Prose[] | undefined {
  return proof && joined(sentencesOf([proof]));
}

/** How the fields of objects that a sentence quotes are known. */
export function fieldNote(inlines: readonly Inline[], { cluster }: Scope): readonly Prose[] {
  return inlines.flatMap((inline): readonly Prose[] => {
    if (inline.type !== 'field') return [];
    return field(cluster, inline.path, objectNamed(cluster, inline)) ?? [];
  });
}
