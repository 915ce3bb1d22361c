import type { DiagramNode, NodeStatus } from './diagram.ts';
import { labelText, linkTarget, nodeName } from './label-text.ts';
import type { Box, PlacedNode } from './layout.ts';
import { nodeBox, nodeWords } from './node-box.ts';
import { element, escapeText, type Markup } from './svg-markup.ts';
import type { TextMetrics } from './text-metrics.ts';

/** A box taller than this is a bar: its words stand in its middle, below the glyph. */
const tallestBox = 72;

const roleClass = {
  plain: '',
  self: ' self',
  ghost: ' ghost',
  outside: ' hid',
  unseen: ' hid unseen',
  more: ' more',
} as const satisfies Record<DiagramNode['role'], string>;

const changeClass = {
  added: ' add',
  removed: ' del',
  changed: ' mod',
} as const satisfies Record<NonNullable<DiagramNode['change']>, string>;

const statusClass = {
  ok: '',
  done: '',
  unknown: '',
  warn: ' warn',
  bad: ' bad',
} as const satisfies Record<NodeStatus['state'], string>;

/**
 * A node: a link where it has a page, with its full name and its state as title, since the drawn name may
 * be cut and the state is mostly but a sign.
 */
export function drawNode({ node, box }: PlacedNode, metrics: TextMetrics): Markup {
  const href = linkTarget(node.href);
  const change = node.change === undefined ? '' : changeClass[node.change];
  const state = node.status === undefined ? '' : statusClass[node.status.state];
  const attributes = { class: `n k-${node.category}${roleClass[node.role]}${state}${change}` };
  const content = node.role === 'more' ? [moreWords(node, box)] : boxContent(node, box, metrics);
  const title = element('title', {}, [escapeText(titleOf(node))]);
  return href === undefined
    ? element('g', attributes, [title, ...content])
    : element('a', { ...attributes, href }, [title, ...content]);
}

function titleOf(node: DiagramNode): string {
  const { status } = node;
  return status === undefined ? nodeName(node) : `${nodeName(node)} (${labelText(status.word)})`;
}

function moreWords(node: DiagramNode, { x, y, height }: Box): Markup {
  const middle = { class: 'k', x: x + 4, y: y + height / 2 + 4 };
  return element('text', middle, [escapeText(labelText(node.label))]);
}

function boxContent(node: DiagramNode, box: Box, metrics: TextMetrics): readonly Markup[] {
  const frame = element('rect', { class: 'box', ...box, rx: 6 });
  return box.height > tallestBox
    ? [frame, ...barWords(node, box, metrics)]
    : [frame, ...boxWords(node, box, metrics)];
}

function boxWords(node: DiagramNode, box: Box, metrics: TextMetrics): readonly Markup[] {
  const words = nodeWords(node, metrics, box.width);
  const x = box.x + nodeBox.textLeft;
  return [
    ...chip(node, box.x + nodeBox.chipLeft, box.y + (box.height - nodeBox.chip) / 2),
    element('text', { class: 'k', x, y: box.y + nodeBox.kindBaseline }, [escapeText(words.kind)]),
    element('text', { x, y: box.y + nodeBox.nameBaseline }, [escapeText(words.name)]),
    ...(node.status === undefined ? [] : [sign(node.status, box)]),
  ];
}

/** The sign of a state: each has its own form, so that it does not take colour to tell them apart. */
function sign({ state }: NodeStatus, { x, y, width }: Box): Markup {
  const { sign: size, signInset: inset } = nodeBox;
  const place = { x: x + width - inset - size, y: y + inset, width: size, height: size };
  return element('use', { class: `sg ${state}`, href: `#g-${state}`, ...place });
}

function barWords(node: DiagramNode, box: Box, metrics: TextMetrics): readonly Markup[] {
  // The words have the whole width of the bar, which holds no chip beside them.
  const words = nodeWords(node, metrics, box.width + nodeBox.textLeft);
  const x = box.x + box.width / 2;
  const top = box.y + box.height / 2 - 34;
  const centred = { x, 'text-anchor': 'middle' };
  return [
    ...chip(node, x - nodeBox.chip / 2, top),
    element('text', { class: 'k', ...centred, y: top + 44 }, [escapeText(words.kind)]),
    element('text', { ...centred, y: top + 62 }, [escapeText(words.name)]),
  ];
}

/** The glyph, 16 px wide, on a square of its own tint. Its strokes are a symbol of the page. */
function chip({ glyph }: DiagramNode, x: number, y: number): readonly Markup[] {
  const size = nodeBox.chip;
  const symbol = { class: 'gl', href: `#g-${glyph.replace(/[^a-z]/g, '')}`, x: x + 4, y: y + 4 };
  return [
    element('rect', { class: 'chipbg', x, y, width: size, height: size, rx: 5 }),
    element('use', { ...symbol, width: 16, height: 16 }),
  ];
}
