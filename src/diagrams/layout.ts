import type { DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';

/** A place in px, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle; the point is its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A node and where it stands. */
export interface PlacedNode {
  readonly node: DiagramNode;
  readonly box: Box;
}

/** A group and where its frame stands. */
export interface PlacedGroup {
  readonly group: DiagramGroup;
  readonly box: Box;
  /** 1 for an outermost group. */
  readonly level: number;
  /** How far from its left edge its name begins; 14 where it is not said. */
  readonly inset?: number | undefined;
}

/** An edge and the line it takes. */
export interface PlacedEdge {
  readonly edge: DiagramEdge;
  /** Corners of the line, from source to target; neighbours share x or y. */
  readonly points: readonly Point[];
  /** Centre of the label's baseline; absent where another edge carries the words, or none has room. */
  readonly label?: Point | undefined;
}

/** A diagram with a place for everything, outermost groups first. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly edges: readonly PlacedEdge[];
  readonly nodes: readonly PlacedNode[];
}
