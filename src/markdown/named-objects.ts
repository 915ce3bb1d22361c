import type { MermaidPiece } from './mermaid-lines.ts';
import type { Block, Chapter, Inline } from './tree.ts';

/** An object that an author names, and where. */
export interface NamedObject {
  /** Plural, with the group where it has one: `deployments.apps`. */
  readonly kind: string;
  readonly namespace?: string | undefined;
  /** Absent where a whole kind is named. A `*` stands for any text. */
  readonly name?: string | undefined;
  /** In the chapter's file. */
  readonly line: number;
}

/** The objects and kinds that a chapter names, in the order of its lines. */
export function namedObjects({ blocks }: Pick<Chapter, 'blocks'>): readonly NamedObject[] {
  return blocks.flatMap(inBlock).toSorted((a, b) => a.line - b.line);
}

function inBlock(block: Block): readonly NamedObject[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.flatMap(inInline);
    case 'list':
      return block.items.flat().flatMap(inBlock);
    case 'grid':
      return [...block.heads, ...block.rows.flat()].flat().flatMap(inInline);
    case 'when':
      return [...block.children, ...block.otherwise].flatMap(inBlock);
    case 'lead':
    case 'hidden':
      return block.children.flatMap(inBlock);
    case 'mermaid':
      return block.lines.flatMap(({ pieces, line }) =>
        pieces.flatMap((piece) => inPiece(piece, line)),
      );
    case 'table': {
      const { kind, namespace, name, line } = block;
      return [{ kind, namespace, name, line }];
    }
    case 'describe': {
      const { service, kind = 'services', name = service, namespace, line } = block;
      return [{ kind, namespace, name, line }];
    }
    case 'config':
      return [
        {
          kind: 'configmaps',
          namespace: block.namespace,
          name: block.name,
          line: block.line,
        },
      ];
    default:
      return [];
  }
}

function inInline(inline: Inline): readonly NamedObject[] {
  switch (inline.type) {
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'note':
      return inline.children.flatMap(inInline);
    case 'ref': {
      const { kind, namespace, name, line, children } = inline;
      return [{ kind, namespace, name, line }, ...children.flatMap(inInline)];
    }
    case 'field': {
      const { kind, namespace, name, line } = inline;
      return [{ kind, namespace, name, line }];
    }
    default:
      return [];
  }
}

function inPiece(piece: MermaidPiece, line: number): readonly NamedObject[] {
  if (piece.type !== 'href' || piece.kind === undefined) return [];
  return [{ kind: piece.kind, namespace: piece.namespace, name: piece.name, line }];
}
