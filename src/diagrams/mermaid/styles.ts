import { tokenOf } from './theme.ts';

/** Properties that an SVG attribute of the same name can carry; all others do not matter in a picture. */
const attributes = new Set([
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-size',
  'font-style',
  'font-weight',
  'marker-end',
  'marker-start',
  'opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'text-decoration',
]);

interface Declared {
  readonly value: string;
  /** Important, then inline, then specificity, then order: as CSS ranks declarations. */
  readonly rank: readonly number[];
}

/**
 * Turns the style sheet and the `style` attributes of a picture into attributes and classes, since the
 * site's policy allows neither. A stand-in colour becomes a class, `f-ink` for a fill and `s-line-2` for
 * a stroke; the classes Mermaid set are dropped.
 */
export function inlineStyles(svg: Element): void {
  const rules = rulesOf(svg);
  const elements = [svg, ...svg.querySelectorAll('*')];
  const declared = elements.map((element) => declarationsOf(element, rules));
  for (const style of svg.querySelectorAll('style')) style.remove();
  elements.forEach((element, i) => {
    apply(element, declared[i] ?? new Map());
  });
}

function rulesOf(svg: Element): readonly CSSStyleRule[] {
  const { head } = svg.ownerDocument;
  return [...svg.querySelectorAll('style')].flatMap(({ textContent }) => {
    // jsdom reads style sheets of HTML only.
    const style = svg.ownerDocument.createElement('style');
    style.textContent = textContent;
    head.append(style);
    const rules = [...(style.sheet?.cssRules ?? [])];
    style.remove();
    return rules.filter((rule): rule is CSSStyleRule => 'selectorText' in rule);
  });
}

function declarationsOf(
  element: Element,
  rules: readonly CSSStyleRule[],
): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  const add = (property: string, value: string, rank: readonly number[]) => {
    const before = declared.get(property);
    if (value === '' || !attributes.has(property)) return;
    if (before === undefined || compare(rank, before.rank) >= 0)
      declared.set(property, { value, rank });
  };
  rules.forEach((rule, order) => {
    const specificity = matchedSpecificity(element, rule.selectorText);
    if (specificity === undefined) return;
    for (const property of rule.style) {
      const important = rule.style.getPropertyPriority(property) === 'important' ? 1 : 0;
      add(property, rule.style.getPropertyValue(property), [important, 0, specificity, order]);
    }
  });
  for (const part of (element.getAttribute('style') ?? '').split(';')) {
    const [property = '', ...rest] = part.split(':');
    const value = rest.join(':').trim();
    const important = value.endsWith('!important') ? 1 : 0;
    add(property.trim(), value.replace(/\s*!important$/, ''), [important, 1, 0, 0]);
  }
  return declared;
}

/** Specificity of the most specific of a rule's selectors that match; undefined if none does. */
function matchedSpecificity(element: Element, selectors: string): number | undefined {
  const matched = selectors.split(/,(?![^(]*\))/).filter((selector) => element.matches(selector));
  if (matched.length === 0) return undefined;
  return Math.max(...matched.map(specificityOf));
}

function specificityOf(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0;
  const classes = selector.match(/\.[\w-]+|\[[^\]]*\]|:(?!:|not|is)[\w-]+/g)?.length ?? 0;
  const names = selector.match(/(?:^|[\s>+~(])[a-z][\w-]*/gi)?.length ?? 0;
  return ids * 10_000 + classes * 100 + names;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

function apply(element: Element, declared: ReadonlyMap<string, Declared>): void {
  for (const [property, { value }] of declared) element.setAttribute(property, value);
  element.removeAttribute('style');
  element.removeAttribute('class');
  const classes = (['fill', 'stroke'] as const).flatMap((property) => {
    const token = tokenOf(element.getAttribute(property) ?? '');
    if (token === undefined) return [];
    element.removeAttribute(property);
    return [`${property[0]}-${token}`];
  });
  if (classes.length > 0) element.setAttribute('class', classes.join(' '));
  // The ground behind the words of an edge: half transparent it would show the edge through them.
  if (classes.includes('f-water')) element.removeAttribute('opacity');
}
