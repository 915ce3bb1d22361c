import { components } from '#catalogue/components/components.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { contentError } from '#markdown/place.ts';
import type { Block } from '#markdown/tree.ts';
import type { BlockDirective } from '#markdown/vocabulary.ts';
import { linkGhosts } from '#views/findings/link-ghosts.ts';
import type { Cluster } from './cluster.ts';
import { describeBlock } from './describe-block.ts';
import { evidenceNote, type Ground, proofWords } from './evidence/notes.ts';
import { sources } from './evidence/sources.ts';
import { configBlock, flagsBlock } from './explained-blocks.ts';
import { figures } from './figures/figures.ts';
import { panels } from './panels/panels.ts';
import { componentProfiles } from './panels/profile-panels.ts';
import type { ChapterBlock, Prose } from './prose.ts';
import { proseText } from './prose.ts';
import { resolveInlines, resolveSentence } from './resolve-inlines.ts';
import { resolveMermaid } from './resolve-mermaid.ts';
import { factNamed, holds, type Scope } from './scope.ts';
import { getAllBlock, tableBlock } from './tables.ts';

/** A block of a cluster, before it is sorted into sections. */
export type Flow =
  | ChapterBlock
  | { readonly type: 'heading'; readonly id: string; readonly children: readonly Prose[] }
  | {
      readonly type: 'lead';
      readonly children: readonly Prose[];
      /** How it is known. */
      readonly source: readonly Prose[];
    };

/**
 * Blocks with the facts of a cluster filled in. What needs a fact that the snapshot does not know is
 * left out: a paragraph, an item of a list, a row of a table, a note.
 *
 * @throws {UserError} With file and line, when a name in the content does not exist.
 */
export function resolveBlocks(
  blocks: readonly Block[],
  scope: Scope,
  grounds: readonly Ground[] = [],
): Flow[] {
  // What all of them depend on is said at the first that states anything.
  const first = blocks.find(({ type }) => type === 'paragraph');
  return blocks.flatMap((block) => resolveBlock(block, scope, block === first ? grounds : []));
}

function resolveBlock(block: Block, scope: Scope, grounds: readonly Ground[]): readonly Flow[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, scope, grounds);
    case 'heading':
      return heading(block, scope);
    case 'list':
      return list(block, scope);
    case 'code':
      return [block];
    case 'mermaid':
      return [resolveMermaid(block, scope), ...mermaidSource(block, scope)];
    case 'grid':
      return grid(block, scope);
    case 'when':
      return holds(scope, block.condition, block.line)
        ? resolveBlocks(block.children, scope, silentGrounds(block, scope))
        : resolveBlocks(block.otherwise, scope);
    case 'lead':
      return lead(block, scope);
    case 'hidden':
      return hidden(block, scope);
    default:
      return directive(block, scope);
  }
}

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Facts that hold without having words: what a condition knows, no sentence shows. */
function silentGrounds({ condition, line }: Of<'when'>, scope: Scope): readonly Ground[] {
  return condition.has
    .filter((name) => factNamed(scope, name, line)?.length === 0)
    .map((name) => ({ name, line }));
}

/** How the values of a figure are known. */
function mermaidSource({ lines }: Of<'mermaid'>, scope: Scope): readonly Flow[] {
  const grounds = lines.flatMap(({ pieces, line }) =>
    pieces.flatMap((piece) => (piece.type === 'value' ? [{ name: piece.name, line }] : [])),
  );
  const known = grounds.filter(({ name, line }) => factNamed(scope, name, line) !== undefined);
  return sourceBlock(evidenceNote(known, [], scope), scope);
}

/** A source that the chapter has not named yet; 0 in the notes stands for one without a number. */
function sourceBlock(children: readonly Prose[] | undefined, { notes }: Scope): readonly Flow[] {
  if (children === undefined || children.length === 0 || notes === undefined) return [];
  const key = proseText(children);
  if (notes.has(key)) return [];
  notes.set(key, 0);
  return [{ type: 'source', children }];
}

function paragraph(
  { children }: Of<'paragraph'>,
  scope: Scope,
  grounds: readonly Ground[],
): readonly Flow[] {
  const sentence = resolveSentence(children, scope, grounds);
  if (sentence === undefined || proseText(sentence.children).trim() === '') return [];
  return [{ type: 'paragraph', ...sentence }];
}

function heading({ depth, id, children }: Of<'heading'>, scope: Scope): readonly Flow[] {
  const words = resolveInlines(children, scope);
  if (words === undefined) return [];
  return [{ type: depth === 2 ? 'heading' : 'subheading', id, children: words }];
}

function list({ ordered, items }: Of<'list'>, scope: Scope): readonly Flow[] {
  const resolved = items.map((item) => contents(item, scope)).filter((item) => item.length > 0);
  return resolved.length === 0 ? [] : [{ type: 'list', ordered, items: resolved }];
}

function grid({ heads, rows }: Of<'grid'>, scope: Scope): readonly Flow[] {
  const words = heads.map((cell) => resolveInlines(cell, scope) ?? []);
  const known = rows.flatMap((row) => {
    const cells = row.map((cell) => resolveInlines(cell, scope));
    return cells.every((cell) => cell !== undefined) ? [cells] : [];
  });
  return known.length === 0 ? [] : [{ type: 'grid', heads: words, rows: known }];
}

function lead({ children }: Of<'lead'>, scope: Scope): readonly Flow[] {
  // The note of a lead stands below it and has no number.
  const [first] = resolveBlocks(children, { ...scope, nextNote: () => 0, notes: new Map() });
  if (first?.type !== 'paragraph') return [];
  const words = first.children.filter(({ type }) => type !== 'mark');
  const source = first.note?.children ?? [];
  if (source.length > 0) scope.notes?.set(proseText(source), 0);
  return [{ type: 'lead', children: words, source }];
}

function hidden({ title, always, children }: Of<'hidden'>, scope: Scope): readonly Flow[] {
  const blocks = contents(children, scope);
  return blocks.length === 0 ? [] : [{ type: 'hidden', title, always, blocks }];
}

/** Blocks inside others: there are no sections in a list or a box. */
function contents(blocks: readonly Block[], scope: Scope): ChapterBlock[] {
  return resolveBlocks(blocks, scope).filter(
    (block): block is ChapterBlock => block.type !== 'heading' && block.type !== 'lead',
  );
}

function directive(block: BlockDirective, scope: Scope): readonly Flow[] {
  const { cluster } = scope;
  switch (block.type) {
    case 'table':
      return [tableBlock(block, cluster)];
    case 'get-all':
      return [getAllBlock(block, cluster)];
    case 'describe':
      return [describeBlock(block, cluster)];
    case 'flags':
      return optional(flagsBlock(block, cluster));
    case 'config':
      return optional(configBlock(block, cluster));
    case 'component':
      return componentCard(block, scope);
    case 'figure': {
      const draw = named<Diagram | undefined>(figures, block, scope);
      const diagram = draw(cluster);
      return diagram === undefined
        ? []
        : [
            { type: 'figure', diagram: linkGhosts(cluster.model, cluster.links, diagram) },
            ...sourceOf(block.name, scope),
          ];
    }
    case 'view': {
      const blocks = named<readonly ChapterBlock[]>(panels, block, scope)(cluster);
      return blocks.length === 0 ? [] : [...blocks, ...sourceOf(block.name, scope)];
    }
  }
}

function sourceOf(name: string, scope: Scope): readonly Flow[] {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  return sourceBlock(proofWords(source?.(scope.cluster)), scope);
}

/** What runs as a component. Nothing where nothing does. */
function componentCard(
  { id, line }: Extract<BlockDirective, { type: 'component' }>,
  { cluster, file }: Scope,
): readonly Flow[] {
  if (!components.some((component) => component.id === id)) {
    throw contentError(
      { file, line },
      `the catalogue has no component "${id}".`,
      'The ids stand in src/catalogue/components/.',
    );
  }
  const profiles = componentProfiles(cluster, id);
  return profiles.length === 0 ? [] : [{ type: 'profiles', profiles }];
}

function optional(block: ChapterBlock | undefined): readonly Flow[] {
  return block === undefined ? [] : [block];
}

/** The maker of a figure or view, by the name the author wrote. */
function named<Made>(
  makers: Readonly<Record<string, (cluster: Cluster) => Made>>,
  { type, name, line }: { readonly type: string; readonly name: string; readonly line: number },
  scope: Scope,
): (cluster: Cluster) => Made {
  const maker = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (maker !== undefined) return maker;
  throw contentError(
    { file: scope.file, line },
    `there is no ${type} "${name}".`,
    `There are: ${Object.keys(makers).join(', ')}.`,
  );
}
