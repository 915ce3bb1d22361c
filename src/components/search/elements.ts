type Attributes = Readonly<Record<string, string | undefined>>;

/** An element; its children are elements, or text as it is. Nothing here is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A glyph of the page, as `Glyph.astro` writes it. */
export function glyph(name: string): SVGSVGElement {
  const made = document.createElementNS(svg, 'svg');
  made.setAttribute('class', 'g');
  made.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#g-${name}`);
  made.append(use);
  return made;
}

/** Adds to the page the glyphs that it does not carry. */
export function addSymbols(symbols: string): void {
  const sheet = new DOMParser().parseFromString(
    `<svg xmlns="${svg}" class="vh" aria-hidden="true">${symbols}</svg>`,
    'image/svg+xml',
  );
  for (const symbol of sheet.querySelectorAll('symbol')) {
    if (document.getElementById(symbol.id) !== null) symbol.remove();
  }
  document.body.append(document.adoptNode(sheet.documentElement));
}
