import { linkTarget } from '#diagrams/label-text.ts';

/** The smallest and the largest font size of a figure in px: a treemap fills its boxes with words. */
const smallestText = 11;
const largestText = 18;

/**
 * Leaves of a picture only what is drawn: ids that something refers to, renamed so that they are unique
 * on the page; links that may be followed; no data attributes, unused markers or empty boxes.
 */
export function tidy(svg: Element, prefix: string): void {
  for (const element of svg.querySelectorAll('script, foreignObject, image')) element.remove();
  removeUnusedDefinitions(svg);
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (/^(?:data-|on|aria-roledescription|tabindex)/.test(name)) element.removeAttribute(name);
    }
    boundText(element);
    shortenNumbers(element);
  }
  for (const link of svg.querySelectorAll('a')) tidyLink(link);
  renameIds(svg, prefix);
}

function boundText(element: Element): void {
  const written = element.getAttribute('font-size');
  if (!written?.endsWith('px')) return;
  const size = Math.min(Math.max(Number.parseFloat(written), smallestText), largestText);
  element.setAttribute('font-size', `${size}px`);
}

// A hundredth of a pixel is finer than any screen; the rest is half the bytes of a picture.
function shortenNumbers(element: Element): void {
  for (const name of ['d', 'points', 'transform', 'x', 'y', 'width', 'height', 'viewBox']) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    const short = value.replace(/-?\d+\.\d{3,}/g, (number) =>
      String(Number(Number(number).toFixed(2))),
    );
    if (short !== value) element.setAttribute(name, short);
  }
}

function removeUnusedDefinitions(svg: Element): void {
  const used = referencedIds(svg);
  for (const element of svg.querySelectorAll('marker, symbol, filter, linearGradient')) {
    if (!used.has(element.id)) element.remove();
  }
  for (const defs of svg.querySelectorAll('defs')) {
    if (defs.children.length === 0) defs.remove();
  }
}

function tidyLink(link: Element): void {
  const href = linkTarget(
    link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? undefined,
  );
  for (const name of link.getAttributeNames()) {
    if (name !== 'transform' && name !== 'class') link.removeAttribute(name);
  }
  if (href !== undefined) link.setAttribute('href', href);
}

const references = /url\("?#([^")]+)"?\)/g;

function referencedIds(svg: Element): ReadonlySet<string> {
  const used = new Set<string>();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      for (const [, id = ''] of value.matchAll(references)) used.add(id);
      if (/(?:^|:)href$/.test(name) && value.startsWith('#')) used.add(value.slice(1));
    }
  }
  return used;
}

function renameIds(svg: Element, prefix: string): void {
  const names = new Map([...referencedIds(svg)].map((id, i) => [id, `${prefix}-${i}`]));
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    const id = names.get(element.id);
    if (id === undefined) element.removeAttribute('id');
    else element.id = id;
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      const renamed = value.replace(
        references,
        (_, old: string) => `url(#${names.get(old) ?? old})`,
      );
      if (renamed !== value) element.setAttribute(name, renamed);
      if (/(?:^|:)href$/.test(name) && value.startsWith('#') && element.localName === 'use') {
        element.setAttribute(name, `#${names.get(value.slice(1)) ?? value.slice(1)}`);
      }
    }
  }
}
