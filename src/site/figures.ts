import { layoutAround } from '#diagrams/around-layout.ts';
import { collapse } from '#diagrams/collapse.ts';
import { layoutColumns } from '#diagrams/columns-layout.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { layoutLayered } from '#diagrams/layered-layout.ts';
import type { Layout } from '#diagrams/layout.ts';
import { mermaidText } from '#diagrams/mermaid-text.ts';
import { sentences } from '#diagrams/sentences.ts';
import { drawSvg } from '#diagrams/svg.ts';
import type { TextMetrics } from '#diagrams/text-metrics.ts';
import type { Figure } from '#views/figure.ts';
import { diskCache } from './disk-cache.ts';
import { interMetrics } from './font-metrics.ts';

let shippedFont: TextMetrics | undefined;

function metrics(text: string, style: Parameters<TextMetrics>[1]): number {
  shippedFont ??= interMetrics();
  return shippedFont(text, style);
}

/** A diagram as a figure, reduced to what a reader can follow. Layouts are kept in `cacheDir`. */
export async function drawFigure(diagram: Diagram, cacheDir?: string): Promise<Figure> {
  const drawn = collapse(diagram);
  return figureOf(drawn, await layoutOf(drawn, cacheDir));
}

async function layoutOf(diagram: Diagram, cacheDir: string | undefined): Promise<Layout> {
  switch (diagram.layout) {
    case 'columns':
      return layoutColumns(diagram, metrics);
    case 'around':
      return layoutAround(diagram, metrics);
    default:
      return layoutLayered(diagram, metrics, diskCache('layout', cacheDir));
  }
}

/** The three-column figure of one object: at once, since a page of every object has one. */
export function drawNeighbourhood(diagram: Diagram): Figure {
  return figureOf(diagram, layoutColumns(diagram, metrics));
}

function figureOf(diagram: Diagram, layout: Layout): Figure {
  return {
    svg: drawSvg(diagram, layout, metrics),
    width: Math.ceil(layout.width),
    caption: diagram.caption ?? diagram.description,
    list: sentences(diagram),
    mermaid: mermaidText(diagram),
    omitted: diagram.omitted,
    evidence: [...new Set(diagram.edges.map(({ evidence }) => evidence))],
  };
}
