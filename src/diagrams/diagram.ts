/**
 * A diagram as data, until it is printed: `mermaid-text.ts` writes it as Mermaid, `svg.ts` draws it.
 * Text in it is raw; only the printers escape.
 */
export interface Diagram {
  /** Unique on its page; `a-z 0-9 -`. Prefix of every id inside the SVG. */
  readonly id: string;
  /** For screen readers: what the figure is. */
  readonly title: string;
  /** For screen readers: what it shows, in a sentence or two. */
  readonly description: string;
  /** Sentence below the figure. Default: the description. */
  readonly caption?: string | undefined;
  /** What its author left out to keep it readable, in a sentence. */
  readonly omitted?: string | undefined;
  /** Where everything is listed, for a reader of a figure from which something was left out. */
  readonly complete?: { readonly label: string; readonly href: string } | undefined;
  /**
   * How its boxes are placed.
   * - `layered` (default): left to right in the direction of the edges, by a layout engine.
   * - `columns`: what points to the `self` node · the node · what it points to.
   * - `around`: every edge a straight line to one tall box, the node called `hub`; one between boxes
   *   left of it runs beside them, without words.
   * - `packed`: what is in a group stands in its frame, in rows; edges are not drawn.
   */
  readonly layout?: 'layered' | 'columns' | 'around' | 'packed' | undefined;
  readonly nodes: readonly DiagramNode[];
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly DiagramEdge[];
}

/** A box. */
export interface DiagramNode {
  /** Unique in the diagram; any text. */
  readonly id: string;
  /** What it stands for, where that has several boxes and the id says more. */
  readonly object?: string | undefined;
  /** The name, in bold. */
  readonly label: string;
  /** The small word above it: `Deployment`, `ConfigMap`, `outside the cluster`. */
  readonly kind: string;
  /** Symbol in the glyph sheet, without `g-`. */
  readonly glyph: string;
  /** Colour of the glyph and its tint. */
  readonly category:
    | 'workload'
    | 'network'
    | 'config'
    | 'storage'
    | 'access'
    | 'machine'
    | 'extension';
  /** How many objects it stands for, if several; the label then says it all: `12 Pods`. */
  readonly count?: number | undefined;
  /** Page of the object, if it has one. */
  readonly href?: string | undefined;
  /** Id of the innermost group. */
  readonly group?: string | undefined;
  /**
   * - `plain`: an object of the snapshot.
   * - `self`: the object the page is about.
   * - `ghost`: named by something, but missing, and that is a finding.
   * - `outside`: not an API object (a client, a host process), or one that may be absent and is.
   * - `unseen`: exists, but the snapshot cannot show it.
   * - `more`: words that stand for nodes left out: `+12 more`.
   */
  readonly role: 'plain' | 'self' | 'ghost' | 'outside' | 'unseen' | 'more';
  /** In a comparison: what became of it. Its `kind` then begins with the sign. */
  readonly change?: 'added' | 'removed' | 'changed' | undefined;
  /** Drawn as a sign in its corner; trouble also as a word. */
  readonly status?: NodeStatus | undefined;
}

/** The state of an object when it was captured. */
export interface NodeStatus {
  readonly state: 'ok' | 'warn' | 'bad' | 'unknown' | 'done';
  /** What kubectl or the object calls it: `2/3 ready`, `Bound`. */
  readonly word: string;
}

/** A frame around boxes and other frames. */
export interface DiagramGroup {
  readonly id: string;
  readonly label: string;
  /** Id of the enclosing group. */
  readonly parent?: string | undefined;
  readonly href?: string | undefined;
}

/** An arrow between two boxes, by their ids. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  /** One to three words, or a port. */
  readonly label?: string | undefined;
  /** `proven` by the snapshot, `typical` of such clusters, `unseen`: one end is not visible. */
  readonly evidence: 'proven' | 'typical' | 'unseen';
  /** The connection is used both ways: a head at each end. */
  readonly both?: boolean | undefined;
  /** What proves it, for the figure as a list: `flag --etcd-servers`, a field path. */
  readonly proof?: string | undefined;
}
