import { shelteredText } from './character-codes.ts';
import { type Extent, emptyExtent, extentOf, pathExtent, union } from './path-extent.ts';

/** Width of a text in px at a font size in px. */
export type TextWidth = (text: string, size: number, isBold: boolean) => number;

/** Vertical metrics of Inter in em. */
const ascent = 0.969;
const descent = 0.242;

/** Font size of the theme in px, for text that does not say another. */
export const fontSize = 13;

const withoutBox = new Set([
  'clippath',
  'defs',
  'desc',
  'filter',
  'lineargradient',
  'marker',
  'style',
  'symbol',
  'title',
]);

/** Length of an element's text in px, tspans included. */
export function textLength(element: Element, width: TextWidth): number {
  let length = 0;
  for (const child of element.childNodes) {
    if (child.nodeType === child.TEXT_NODE) {
      const text = shelteredText(child.textContent ?? '');
      length += width(text, sizeOf(element), isBold(element));
    } else if (isElement(child)) {
      length += textLength(child, width);
    }
  }
  return length;
}

/** What a browser's `getBBox` returns: the box of an element in its own coordinates. */
export function extentOfElement(element: Element, width: TextWidth): Extent {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName.toLowerCase()) {
    case 'text':
      return textExtent(element, width);
    case 'tspan':
      return lineExtent(element, 0, 0, width);
    case 'rect':
    case 'image':
    case 'foreignobject':
      return around(number('x'), number('y'), number('width'), number('height'));
    case 'circle':
      return centred(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return centred(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return extentOf([
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ]);
    case 'polygon':
    case 'polyline':
      return extentOf(pairs(element.getAttribute('points') ?? ''));
    case 'path':
      return pathExtent(element.getAttribute('d') ?? '');
    default:
      return childrenExtent(element, width);
  }
}

function childrenExtent(element: Element, width: TextWidth): Extent {
  let extent = emptyExtent;
  for (const child of element.children) {
    if (withoutBox.has(child.localName.toLowerCase())) continue;
    const { left, top, right, bottom } = extentOfElement(child, width);
    if (left > right) continue;
    const [x, y] = translation(child);
    extent = union(extent, { left: left + x, top: top + y, right: right + x, bottom: bottom + y });
  }
  return extent;
}

function textExtent(element: Element, width: TextWidth): Extent {
  const rows = [...element.children].filter(({ localName }) => localName === 'tspan');
  const [x, y] = [lengthOf(element, 'x'), lengthOf(element, 'y')];
  if (rows.length === 0) return lineExtent(element, x, y + lengthOf(element, 'dy'), width);
  return rows
    .map((row) => {
      const rowX = row.hasAttribute('x') ? lengthOf(row, 'x') : x;
      const rowY = row.hasAttribute('y') ? lengthOf(row, 'y') : y;
      return lineExtent(row, rowX, rowY + lengthOf(row, 'dy'), width);
    })
    .reduce(union, emptyExtent);
}

function lineExtent(element: Element, x: number, y: number, width: TextWidth): Extent {
  const length = textLength(element, width);
  if (length === 0) return emptyExtent;
  const size = sizeOf(element);
  const anchor = anchorOf(element);
  const shift = anchor === 'middle' ? length / 2 : anchor === 'end' ? length : 0;
  return around(x - shift, y - ascent * size, length, (ascent + descent) * size);
}

function around(x: number, y: number, width: number, height: number): Extent {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function centred(x: number, y: number, rx: number, ry: number): Extent {
  return around(x - rx, y - ry, 2 * rx, 2 * ry);
}

function pairs(points: string): readonly (readonly [number, number])[] {
  const numbers = (points.match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [
    numbers[2 * i] ?? 0,
    numbers[2 * i + 1] ?? 0,
  ]);
}

function translation(element: Element): readonly [number, number] {
  const moves = element.getAttribute('transform')?.matchAll(/translate\(([^)]*)\)/g) ?? [];
  let [x, y] = [0, 0];
  for (const [, numbers = ''] of moves) {
    const [dx = 0, dy = 0] = numbers.split(/[\s,]+/).map(Number);
    x += dx;
    y += dy;
  }
  return [x, y];
}

/** A length attribute in px: Mermaid writes both numbers and em. */
function lengthOf(element: Element, name: string): number {
  const text = element.getAttribute(name) ?? '';
  const length = Number.parseFloat(text) || 0;
  return text.endsWith('em') ? length * sizeOf(element) : length;
}

function sizeOf(element: Element): number {
  const size = inherited(element, 'font-size');
  return size === undefined ? fontSize : Number.parseFloat(size) || fontSize;
}

function isBold(element: Element): boolean {
  return /^(?:bold|bolder|[6-9]00)$/.test(inherited(element, 'font-weight') ?? '');
}

function anchorOf(element: Element): string {
  const own = inherited(element, 'text-anchor');
  if (own !== undefined) return own;
  return centredLabels(element).some((selector) => element.closest(selector) !== null)
    ? 'middle'
    : 'start';
}

const centredBySheet = new WeakMap<Element, readonly string[]>();

/** Selectors of what the picture's own style sheet centres: nothing on those elements says so. */
function centredLabels(element: Element): readonly string[] {
  const style = element.closest('svg')?.querySelector(':scope > style');
  if (style === null || style === undefined) return [];
  const known = centredBySheet.get(style);
  if (known !== undefined) return known;
  const rules = (style.textContent ?? '').matchAll(
    /([^{}]+)\{[^{}]*text-anchor:\s*middle[^{}]*\}/g,
  );
  const selectors = [...rules].flatMap(([, list = '']) => list.split(','));
  centredBySheet.set(style, selectors);
  return selectors;
}

/** A property from the nearest element that states it, as an attribute or in its style. */
function inherited(element: Element, property: string): string | undefined {
  const pattern = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`);
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const stated = pattern.exec(at.getAttribute('style') ?? '')?.[1] ?? at.getAttribute(property);
    if (stated !== null && stated !== undefined && stated !== '') return stated.trim();
  }
  return undefined;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
