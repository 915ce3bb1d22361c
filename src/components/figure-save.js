// A figure as a file that needs nothing else: colours and symbols are in it, as the page shows them now.
// The PNG is painted on a canvas shape by shape: as an image the drawing would have to lose the site's
// fonts, and the site's policy would have to allow images that are no files of the site.

const inherited = [
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-size',
  'font-style',
  'font-weight',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
];
const own = ['opacity', 'text-decoration-line'];
const shapes = 'rect, path, line, circle, ellipse, polygon, polyline, text';
const family = "Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif";
/** Pixels of the PNG for each of the drawing. */
const density = 2;
/** Ground around the drawing, in its pixels. */
const margin = 16;

/** Offers the figure for download, as `svg` or `png`. */
export async function saveFigure(svg, type) {
  const blob =
    type === 'svg'
      ? new Blob([standAlone(svg)], { type: 'image/svg+xml' })
      : await new Promise((done) => paint(svg).toBlob(done, 'image/png'));
  const link = document.createElement('a');
  const title = svg.querySelector('title')?.textContent ?? document.title;
  link.download = `${
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 80) || 'figure'
  }.${type}`;
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function areaOf(svg) {
  const [x, y, width, height] = svg.getAttribute('viewBox').split(/\s+/).map(Number);
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

const groundOf = (svg) => getComputedStyle(svg.parentElement).backgroundColor;

function standAlone(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    inlineStyle(element, originals[i], i === 0);
    if (element.localName === 'a') element.setAttribute('href', addressOf(originals[i]));
  });
  for (const hot of copy.querySelectorAll('.hot')) hot.remove();
  for (const element of [copy, ...copy.querySelectorAll('[class], [style], [data-e]')]) {
    for (const name of ['class', 'style', 'data-e']) element.removeAttribute(name);
  }
  const { x, y, width, height } = areaOf(svg);
  const frame = { viewBox: `${x} ${y} ${width} ${height}`, width, height, 'font-family': family };
  for (const [name, value] of Object.entries(frame)) copy.setAttribute(name, value);
  const words = [...copy.children].findLast(({ localName }) => /^(?:title|desc)$/.test(localName));
  words.after(symbolsOf(copy), groundAs(svg, { x, y, width, height }));
  return new XMLSerializer().serializeToString(copy);
}

const addressOf = (link) => new URL(link.getAttribute('href'), document.baseURI).href;

function symbolsOf(drawing) {
  const definitions = document.createElementNS(drawing.namespaceURI, 'defs');
  const uses = [...drawing.querySelectorAll('use')].map((use) => use.getAttribute('href'));
  const symbols = [...new Set(uses)].map((href) => document.querySelector(`symbol${href}`));
  definitions.append(...symbols.filter(Boolean).map((symbol) => symbol.cloneNode(true)));
  return definitions;
}

function groundAs(svg, area) {
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  for (const [name, value] of Object.entries({ ...area, fill: groundOf(svg), stroke: 'none' })) {
    ground.setAttribute(name, value);
  }
  return ground;
}

/** The style sheet's word as attributes, where it is not the parent's anyway. */
function inlineStyle(element, original, isRoot) {
  if (/^(?:title|desc)$/.test(element.localName)) return;
  const style = getComputedStyle(original);
  const around = getComputedStyle(original.parentElement);
  for (const property of inherited) {
    const value = style.getPropertyValue(property);
    if (isRoot || value !== around.getPropertyValue(property))
      element.setAttribute(property, value);
    else element.removeAttribute(property);
  }
  for (const property of own) {
    const value = style.getPropertyValue(property);
    const name = property === 'text-decoration-line' ? 'text-decoration' : property;
    if (!/^(?:1|none)$/.test(value)) element.setAttribute(name, value);
  }
}

function paint(svg) {
  const { x, y, width, height } = areaOf(svg);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * density, height * density];
  const context = canvas.getContext('2d');
  context.fillStyle = groundOf(svg);
  context.fillRect(0, 0, canvas.width, canvas.height);
  const base = new DOMMatrix().scale(density).translate(-x, -y);
  const toDrawing = svg.getScreenCTM().inverse();
  for (const element of svg.querySelectorAll(`${shapes}, use`)) {
    if (element.closest('defs, marker, symbol, clipPath, .hot')) continue;
    const matrix = base.multiply(toDrawing.multiply(element.getScreenCTM()));
    if (element.localName === 'use') paintSymbol(context, element, matrix);
    else paintShape(context, element, matrix, getComputedStyle(element));
  }
  return canvas;
}

function paintSymbol(context, use, matrix) {
  const symbol = document.querySelector(`symbol${use.getAttribute('href')}`);
  if (!symbol) return;
  const [x, y, width] = ['x', 'y', 'width'].map((name) => Number(use.getAttribute(name)));
  const placed = matrix.translate(x, y).scale(width / symbol.viewBox.baseVal.width);
  const style = getComputedStyle(use);
  for (const part of symbol.querySelectorAll(shapes)) paintShape(context, part, placed, style);
}

function paintShape(context, element, matrix, style) {
  context.setTransform(matrix);
  const opacity = Number(style.opacity);
  const fill = style.fill === 'none' ? undefined : style.fill;
  if (element.localName === 'text') {
    context.globalAlpha = opacity;
    paintText(context, element);
    return;
  }
  const outline = outlineOf(element);
  if (fill) {
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (style.stroke === 'none' || Number.parseFloat(style.strokeWidth) === 0) return;
  context.globalAlpha = opacity * Number(style.strokeOpacity);
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap;
  context.lineJoin = style.strokeLinejoin;
  context.setLineDash(style.strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? []);
  context.stroke(outline);
  for (const place of ['marker-start', 'marker-end']) {
    paintMarker(context, element, matrix, style.getPropertyValue(place), place === 'marker-start');
  }
}

function outlineOf(element) {
  const number = (name) => Number.parseFloat(element.getAttribute(name)) || 0;
  const outline = new Path2D();
  switch (element.localName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'rect':
      outline.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
      return outline;
    case 'line':
      outline.moveTo(number('x1'), number('y1'));
      outline.lineTo(number('x2'), number('y2'));
      return outline;
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = [number('rx') || number('r'), number('ry') || number('r')];
      outline.ellipse(number('cx'), number('cy'), rx, ry, 0, 0, 2 * Math.PI);
      return outline;
    }
    default: {
      const points = [...element.points].map(({ x, y }) => `${x} ${y}`).join('L');
      return new Path2D(points && `M${points}${element.localName === 'polygon' ? 'z' : ''}`);
    }
  }
}

/** Arrow heads of Mermaid, which are markers; those of our own figures are paths. */
function paintMarker(context, element, matrix, reference, isStart) {
  const id = /url\("?#(.+?)"?\)/.exec(reference)?.[1];
  const marker = id && element.ownerSVGElement.getElementById(id);
  if (!marker) return;
  const length = element.getTotalLength();
  const [tip, near] = [isStart ? 0 : length, isStart ? 1 : length - 1].map((at) =>
    element.getPointAtLength(at),
  );
  const angle = Math.atan2(tip.y - near.y, tip.x - near.x) + (isStart ? Math.PI : 0);
  const box = marker.viewBox.baseVal;
  const isScaled = marker.markerUnits.baseVal === 2;
  const stroke = isScaled ? Number.parseFloat(getComputedStyle(element).strokeWidth) : 1;
  const scale = stroke * (box?.width ? marker.markerWidth.baseVal.value / box.width : 1);
  const placed = matrix
    .translate(tip.x, tip.y)
    .rotate((angle * 180) / Math.PI)
    .scale(scale)
    .translate(-marker.refX.baseVal.value, -marker.refY.baseVal.value);
  for (const part of marker.querySelectorAll(shapes)) {
    paintShape(context, part, placed, getComputedStyle(part));
  }
}

const baselines = {
  central: 'middle',
  hanging: 'hanging',
  middle: 'middle',
  'text-before-edge': 'top',
  'text-top': 'top',
};

/** Each piece of text where the browser has set it. */
function paintText(context, text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.replace(/\s+/g, ' ');
    const style = getComputedStyle(node.parentElement);
    if (words.trim() === '' || at >= text.getNumberOfChars()) continue;
    const { x, y } = text.getStartPositionOfChar(at);
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.fillStyle = style.fill;
    context.textBaseline = baselines[style.dominantBaseline] ?? 'alphabetic';
    context.fillText(words, x, y);
    at += words.length;
  }
}
