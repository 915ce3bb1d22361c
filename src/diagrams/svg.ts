import type { Diagram } from './diagram.ts';
import { labelText, linkTarget } from './label-text.ts';
import type { Layout, PlacedGroup } from './layout.ts';
import { drawEdgeLabels, drawEdges } from './svg-edge.ts';
import { element, escapeText, type Markup } from './svg-markup.ts';
import { drawNode } from './svg-node.ts';
import { fitText, type TextMetrics } from './text-metrics.ts';

/**
 * A placed diagram as a complete `<svg>`: classes and attributes only, colours and type sizes from
 * `styles/figure.css`, so that one picture follows light and dark and a strict policy holds.
 */
export function drawSvg(diagram: Diagram, layout: Layout, metrics: TextMetrics): string {
  const id = diagram.id.replace(/[^a-z0-9-]/g, '-');
  const { width, height } = layout;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'dg',
    role: 'graphics-document document',
    'aria-labelledby': `${id}-t ${id}-d`,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
  return element('svg', attributes, [
    element('title', { id: `${id}-t` }, [escapeText(labelText(diagram.title))]),
    element('desc', { id: `${id}-d` }, [escapeText(labelText(diagram.description))]),
    ...layout.groups.map((group) => drawGroup(group, metrics)),
    ...drawEdges(layout),
    ...drawEdgeLabels(layout),
    ...layout.nodes.map((node) => drawNode(node, metrics)),
  ]);
}

function drawGroup({ group, box, level, inset = 14 }: PlacedGroup, metrics: TextMetrics): Markup {
  const label = labelText(group.label);
  const words = fitText(label, 'group', box.width - inset - 14, metrics);
  const href = linkTarget(group.href);
  const text = element('text', { class: 'gt', x: box.x + inset, y: box.y + 21 }, [
    escapeText(words),
  ]);
  const title = element('title', {}, [escapeText(label)]);
  // Every second level is lighter, with a hairline.
  const className = level % 2 === 0 ? 'grp l2' : 'grp';
  return element('g', {}, [
    element('rect', { class: className, ...box, rx: 8 }),
    href === undefined ? text : element('a', { href }, [title, text]),
  ]);
}
