/**
 * Marks links in ready navigation markup: the one to `path` as the page itself, those to `within` as
 * what holds it. The groups that they stand in open.
 */
export function markCurrent(markup: string, path: string, within: readonly string[] = []): string {
  const held = within.filter((href) => href !== path);
  return held.reduce(
    (marked, href) => markOne(marked, href, 'true'),
    markOne(markup, path, 'page'),
  );
}

function markOne(markup: string, href: string, current: 'page' | 'true'): string {
  const attribute = `href="${href}"`;
  const at = markup.indexOf(attribute);
  if (at === -1) return markup;
  const before = markup.slice(0, at);
  const opening = before.lastIndexOf('<details>');
  const inGroup = opening > before.lastIndexOf('</details>');
  const head = inGroup
    ? `${before.slice(0, opening)}<details open>${before.slice(opening + '<details>'.length)}`
    : before;
  return `${head}${attribute} aria-current="${current}"${markup.slice(at + attribute.length)}`;
}
