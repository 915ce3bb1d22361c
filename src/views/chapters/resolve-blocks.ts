import { components } from '#catalogue/components/components.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { contentError } from '#markdown/place.ts';
import type { Block } from '#markdown/tree.ts';
import type { BlockDirective } from '#markdown/vocabulary.ts';
import type { Cluster } from './cluster.ts';
import { describeBlock } from './describe-block.ts';
import { configBlock, flagsBlock } from './explained-blocks.ts';
import { figures } from './figures/figures.ts';
import { panels } from './panels/panels.ts';
import { componentProfiles } from './panels/profile-panels.ts';
import type { ChapterBlock, Prose } from './prose.ts';
import { proseText } from './prose.ts';
import { resolveInlines, resolveSentence } from './resolve-inlines.ts';
import { resolveMermaid } from './resolve-mermaid.ts';
import { holds, type Scope } from './scope.ts';
import { getAllBlock, tableBlock } from './tables.ts';

/** A block of a cluster, before it is sorted into sections. */
export type Flow =
  | ChapterBlock
  | { readonly type: 'heading'; readonly id: string; readonly children: readonly Prose[] }
  | { readonly type: 'lead'; readonly children: readonly Prose[] };

/**
 * Blocks with the facts of a cluster filled in. What needs a fact that the snapshot does not know is
 * left out: a paragraph, an item of a list, a row of a table, a note.
 *
 * @throws {UserError} With file and line, when a name in the content does not exist.
 */
export function resolveBlocks(blocks: readonly Block[], scope: Scope): Flow[] {
  return blocks.flatMap((block) => resolveBlock(block, scope));
}

function resolveBlock(block: Block, scope: Scope): readonly Flow[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, scope);
    case 'heading':
      return heading(block, scope);
    case 'list':
      return list(block, scope);
    case 'code':
      return [block];
    case 'mermaid':
      return [resolveMermaid(block, scope)];
    case 'grid':
      return grid(block, scope);
    case 'when':
      return resolveBlocks(
        holds(scope, block.condition, block.line) ? block.children : block.otherwise,
        scope,
      );
    case 'lead':
      return lead(block, scope);
    case 'hidden':
      return hidden(block, scope);
    default:
      return directive(block, scope);
  }
}

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;

function paragraph({ children }: Of<'paragraph'>, scope: Scope): readonly Flow[] {
  const sentence = resolveSentence(children, scope);
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
  const [first] = resolveBlocks(children, scope);
  return first?.type === 'paragraph' ? [{ type: 'lead', children: first.children }] : [];
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
      return diagram === undefined ? [] : [{ type: 'figure', diagram }];
    }
    case 'view':
      return named<readonly ChapterBlock[]>(panels, block, scope)(cluster);
  }
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
