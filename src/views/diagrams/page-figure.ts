import type { Diagram } from '#diagrams/diagram.ts';

/** A figure in a section of its own. */
export interface PageFigure {
  /** Of the section, for "On this page". */
  readonly id: string;
  /** Heading of the section. */
  readonly label: string;
  readonly diagram: Diagram;
}
