/** Markup that is already escaped; only this file makes it from text. */
export type Markup = string & { readonly __markup: unique symbol };

/** Escapes text for element content and for attributes in double quotes. */
export function escapeText(text: string): Markup {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`) as Markup;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element. Attributes are written in the order given, an undefined one not at all; numbers are
 * rounded to a tenth of a pixel. There is no `style` attribute on purpose: the site's policy forbids it.
 */
export function element(
  name: string,
  attributes: Attributes,
  content: readonly Markup[] = [],
): Markup {
  // Plain loops and no lists between: a page has hundreds of elements, and a site millions.
  let markup = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    markup += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value)}"`;
  }
  const body = content.join('');
  return (body === '' ? `${markup}/>` : `${markup}>${body}</${name}>`) as Markup;
}

/** A coordinate in px with at most one decimal: `133`, `444.6`. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}
