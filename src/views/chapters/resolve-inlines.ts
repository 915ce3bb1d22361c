import { contentError } from '#markdown/place.ts';
import type { Inline } from '#markdown/tree.ts';
import { jsonLine } from '#snapshot/json.ts';
import { fieldAt } from '#views/field-path.ts';
import { objectNamed } from './coverage.ts';
import { evidenceNote, fieldNote, type Ground, groundsIn } from './evidence/notes.ts';
import { code, type Prose, proseText, text } from './prose.ts';
import { factNamed, type Scope } from './scope.ts';

/** A sentence of one cluster, and the note beside it. */
export interface Sentence {
  readonly children: readonly Prose[];
  readonly note?: { readonly number: number; readonly children: readonly Prose[] };
}

/**
 * Running text with its values filled in. Undefined when the snapshot lacks one of them: then the whole
 * text is left out. A note that lacks one is left out alone. Where the author wrote no note, it says how
 * the facts are known.
 *
 * @param grounds - Facts that the text depends on without stating them.
 */
export function resolveSentence(
  inlines: readonly Inline[],
  scope: Scope,
  grounds: readonly Ground[] = [],
): Sentence | undefined {
  const noteNode = inlines.find((inline) => inline.type === 'note');
  const words = resolveInlines(
    inlines.filter((inline) => inline.type !== 'note'),
    scope,
  );
  if (words === undefined) return undefined;
  trimEnd(words);
  const written = noteNode?.type === 'note' ? resolveInlines(noteNode.children, scope) : undefined;
  if (noteNode === undefined || written === undefined) {
    return withEvidence(inlines, words, scope, grounds);
  }
  const number = scope.nextNote();
  const before = resolveInlines(inlines.slice(0, inlines.indexOf(noteNode)), scope) ?? [];
  const after = words.slice(before.length);
  return {
    children: [...before, { type: 'mark', number }, ...after],
    note: { number, children: written },
  };
}

/** A text with the note on how its facts are known, marked at its end. */
function withEvidence(
  inlines: readonly Inline[],
  words: readonly Prose[],
  scope: Scope,
  grounds: readonly Ground[],
): Sentence {
  const { notes, nextNote } = scope;
  if (notes === undefined || proseText(words).trim() === '') return { children: words };
  const facts = [...grounds, ...groundsIn(inlines)];
  const note = [...(evidenceNote(facts, words, scope) ?? []), ...fieldNote(inlines, scope)];
  if (note.length === 0) return { children: words };
  const key = proseText(note);
  const known = notes.get(key);
  if (known) return { children: [...words, { type: 'mark', number: known }] };
  const number = nextNote();
  notes.set(key, number);
  return { children: [...words, { type: 'mark', number }], note: { number, children: note } };
}

/** Takes away the space before a sentence that turned out to be empty. */
function trimEnd(words: Prose[]): void {
  for (let last = words.at(-1); last?.type === 'text'; last = words.at(-1)) {
    words.pop();
    const trimmed = last.text.trimEnd();
    if (trimmed !== '') {
      words.push(text(trimmed));
      return;
    }
  }
}

/** Running text without notes, values filled in; undefined when one of them is not known. */
export function resolveInlines(inlines: readonly Inline[], scope: Scope): Prose[] | undefined {
  const resolved: Prose[] = [];
  for (const inline of inlines) {
    const prose = resolveInline(inline, scope);
    if (prose === undefined) return undefined;
    resolved.push(...prose);
  }
  return resolved;
}

function resolveInline(inline: Inline, scope: Scope): readonly Prose[] | undefined {
  switch (inline.type) {
    case 'text':
      return [text(inline.text)];
    case 'code':
      return [code(inline.text)];
    case 'strong':
    case 'emphasis': {
      const children = resolveInlines(inline.children, scope);
      return children && [{ type: inline.type, children }];
    }
    case 'link': {
      const children = resolveInlines(inline.children, scope);
      return children && [{ type: 'link', href: hrefOf(inline, scope), children }];
    }
    case 'value':
      return factNamed(scope, inline.name, inline.line);
    case 'ref':
      return resolveRef(inline, scope);
    case 'field':
      return resolveField(inline, scope);
    case 'certainty':
      return [{ type: 'certainty', degree: inline.degree }];
    case 'note':
      return [];
  }
}

function hrefOf({ href, line }: Extract<Inline, { type: 'link' }>, scope: Scope): string {
  return href.startsWith('chapter:')
    ? hrefOfChapter(href.slice('chapter:'.length), line, scope)
    : href;
}

/**
 * The address of a chapter, `dns` or `dns#the-corefile`.
 *
 * @throws {UserError} With file and line, when there is none of that slug.
 */
export function hrefOfChapter(target: string, line: number, scope: Scope): string {
  const [slug = '', anchor] = target.split('#');
  if (!scope.chapters.some((chapter) => chapter.slug === slug)) {
    throw contentError(
      { file: scope.file, line },
      `there is no chapter "${slug}".`,
      `There are: ${scope.chapters.map((chapter) => chapter.slug).join(', ')}.`,
    );
  }
  const address = scope.cluster.links.chapter(slug);
  return anchor === undefined ? address : `${address}#${anchor}`;
}

/** A link to an object, or just its name where the snapshot does not hold it. */
function resolveRef(
  { kind, namespace, name, children }: Extract<Inline, { type: 'ref' }>,
  scope: Scope,
): readonly Prose[] | undefined {
  const words = children.length === 0 ? [code(name)] : resolveInlines(children, scope);
  const entry = objectNamed(scope.cluster, { kind, namespace, name });
  if (words === undefined || entry === undefined) return words;
  return [{ type: 'link', href: scope.cluster.links.object(entry.id), children: words }];
}

/** A field of an object as text; undefined where the snapshot lacks either. Objects and lists are JSON. */
function resolveField(
  { path, ...target }: Extract<Inline, { type: 'field' }>,
  { cluster }: Scope,
): readonly Prose[] | undefined {
  const entry = objectNamed(cluster, target);
  const value = entry && fieldAt(entry.object, path);
  if (value === undefined || value === null) return undefined;
  return [code(typeof value === 'object' ? jsonLine(value) : String(value))];
}
