import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { layoutAround } from '#diagrams/around-layout.ts';
import { collapse } from '#diagrams/collapse.ts';
import { layoutColumns } from '#diagrams/columns-layout.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { layoutLayered } from '#diagrams/layered-layout.ts';
import type { Layout } from '#diagrams/layout.ts';
import { mermaidText } from '#diagrams/mermaid-text.ts';
import { layoutPacked } from '#diagrams/packed-layout.ts';
import { type AuthoredFigure, mermaidRenderer } from '#diagrams/render-mermaid.ts';
import { sentences } from '#diagrams/sentences.ts';
import { drawSvg } from '#diagrams/svg.ts';
import type { TextCache } from '#diagrams/text-cache.ts';
import { type TextMetrics, textStyles } from '#diagrams/text-metrics.ts';
import type { Figure } from '#views/figure.ts';
import { diskCache } from './disk-cache.ts';
import { interMetrics } from './font-metrics.ts';
import { memoryCache } from './memory-cache.ts';
import { programVersion } from './program-version.ts';

let shippedFont: TextMetrics | undefined;

function metrics(text: string, style: Parameters<TextMetrics>[1]): number {
  shippedFont ??= interMetrics();
  return shippedFont(text, style);
}

/** What drawing may use again. */
export interface FigureCaches {
  /** Finished figures of earlier builds, where they are kept. */
  readonly figures?: TextCache;
  /** Shapes that this build has laid out. */
  readonly layouts: TextCache;
}

let ofBuild: FigureCaches = { layouts: memoryCache() };

/** From now on finished figures are kept for later builds, and those of earlier ones used. */
export function keepFigures(): void {
  ofBuild = { ...ofBuild, figures: diskCache('figure') };
}

/** A diagram as a figure, reduced to what a reader can follow. One that was kept is not drawn again. */
export async function drawFigure(
  diagram: Diagram,
  { figures, layouts }: FigureCaches = ofBuild,
): Promise<Figure> {
  if (figures === undefined) return drawAnew(diagram, layouts);
  const key = `${programVersion()} ${JSON.stringify(diagram)}`;
  const known = await figures.get(key);
  if (known !== undefined) return JSON.parse(known);
  const figure = await drawAnew(diagram, layouts);
  await figures.set(key, JSON.stringify(figure));
  return figure;
}

async function drawAnew(diagram: Diagram, layouts: TextCache): Promise<Figure> {
  const drawn = collapse(diagram);
  return figureOf(drawn, await layoutOf(drawn, layouts));
}

async function layoutOf(diagram: Diagram, cache: TextCache): Promise<Layout> {
  switch (diagram.layout) {
    case 'columns':
      return layoutColumns(diagram, metrics);
    case 'around':
      return layoutAround(diagram, metrics);
    case 'packed':
      return layoutPacked(diagram, metrics);
    default:
      return layoutLayered(diagram, metrics, cache);
  }
}

/** The three-column figure of one object: at once, since a page of every object has one. */
export function drawNeighbourhood(diagram: Diagram): Figure {
  return figureOf(diagram, layoutColumns(diagram, metrics));
}

let renderer: ReturnType<typeof mermaidRenderer> | undefined;

/**
 * A figure that the author of a chapter wrote in Mermaid; its title is also its caption.
 *
 * @throws {UserError} When Mermaid cannot read it; the caller knows file and line.
 */
export async function drawMermaid(figure: AuthoredFigure): Promise<Figure> {
  renderer ??= mermaidRenderer(mermaidTools());
  const { svg, width, list } = await renderer(figure);
  return {
    svg,
    width,
    caption: figure.title,
    list,
    mermaid: figure.text,
    evidence: [],
    states: [],
  };
}

function mermaidTools(): Parameters<typeof mermaidRenderer>[0] {
  const { resolve } = createRequire(import.meta.url);
  return {
    bundle: () => readFile(resolve('mermaid/dist/mermaid.min.js'), 'utf8'),
    width: (text, size, isBold) => {
      const style = isBold ? 'name' : 'kind';
      return (metrics(text, style) * size) / textStyles[style].size;
    },
    cache: diskCache('mermaid'),
  };
}

function figureOf(diagram: Diagram, layout: Layout): Figure {
  return {
    svg: drawSvg(diagram, layout, metrics),
    width: Math.ceil(layout.width),
    caption: diagram.caption ?? diagram.description,
    list: sentences(diagram),
    mermaid: mermaidText(diagram),
    omitted: diagram.omitted,
    complete: diagram.omitted === undefined ? undefined : diagram.complete,
    evidence: [...new Set(diagram.edges.map(({ evidence }) => evidence))],
    states: statesOf(diagram),
  };
}

const stateOrder = ['bad', 'warn', 'ok', 'done', 'unknown'] as const;

function statesOf({ nodes }: Diagram): Figure['states'] {
  const drawn = new Set(nodes.map(({ status }) => status?.state));
  return stateOrder.filter((state) => drawn.has(state));
}
