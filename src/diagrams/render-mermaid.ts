import { UserError } from '#user-error.ts';
import { labelText } from './label-text.ts';
import { restoreCodes, shelterCodes, shelteredText } from './mermaid/character-codes.ts';
import type { TextWidth } from './mermaid/geometry.ts';
import { type MermaidPage, openMermaidPage } from './mermaid/page.ts';
import { inlineStyles } from './mermaid/styles.ts';
import { tidy } from './mermaid/tidy.ts';
import { toldBy } from './mermaid/told.ts';
import { noCache, type TextCache } from './text-cache.ts';

/** Part of every cache key: another version may draw otherwise. */
export const mermaidVersion = 'mermaid 12.3.0';
/** To be raised when the same text gets another picture because of this folder. */
const drawingVersion = 3;

/** Types whose pictures were looked at; others need what only a browser has, or come out wrong. */
const drawnTypes = /^(?:flowchart|sequence|state|class|er|gitGraph|xychart|block|sankey|treemap)/i;

/** A figure written in Mermaid by the author of a chapter. */
export interface AuthoredFigure {
  /** Unique on its page; `a-z 0-9 -`. */
  readonly id: string;
  /** Mermaid text. */
  readonly text: string;
  /** What the figure shows, for screen readers; the text's own `accTitle` goes first. */
  readonly title: string;
}

/** A picture and its natural size in px. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  /** Every edge, message or value as a sentence: the figure as a list. */
  readonly list: readonly string[];
}

/** What rendering needs from outside. */
export interface MermaidTools {
  /** Text of `mermaid/dist/mermaid.min.js`; read only when something must be drawn. */
  readonly bundle: () => Promise<string>;
  readonly width: TextWidth;
  readonly cache?: TextCache;
}

/**
 * A renderer of Mermaid text. It loads Mermaid on the first figure that is not in the cache, some 2 s,
 * and draws one after the other; nothing is loaded where no content has a Mermaid block.
 */
export function mermaidRenderer({
  bundle,
  width,
  cache = noCache,
}: MermaidTools): (figure: AuthoredFigure) => Promise<Picture> {
  let page: Promise<MermaidPage> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
  return async (figure) => {
    const key = JSON.stringify([mermaidVersion, drawingVersion, figure]);
    const known = await cache.get(key);
    if (known !== undefined) return JSON.parse(known);
    page ??= bundle().then((text) => openMermaidPage(text, width));
    const opened = await page;
    const picture = await inTurn(() => renderMermaid(figure, opened));
    await cache.set(key, JSON.stringify(picture));
    return picture;
  };
}

async function renderMermaid(figure: AuthoredFigure, page: MermaidPage): Promise<Picture> {
  const { diagramType } = await page.mermaid.parse(figure.text).catch(refuse);
  if (!drawnTypes.test(diagramType)) {
    throw new UserError(`Mermaid's ${diagramType} diagrams cannot be drawn at build.`, {
      hint: 'Use a flowchart, a sequence, state, class, ER, git, block, sankey or XY diagram, or a treemap.',
    });
  }
  const text = shelterCodes(figure.text);
  const list = toldBy(await page.read(text)).map((line) => labelText(shelteredText(line)));
  const { svg: markup } = await page.mermaid.render(`m-${figure.id}`, text);
  const holder = page.document.createElement('div');
  page.document.body.replaceChildren(holder);
  holder.innerHTML = markup;
  const svg = holder.querySelector('svg');
  if (svg === null) throw new Error(`Mermaid drew nothing for ${figure.id}.`);
  return { ...finish(svg, figure), list };
}

function refuse(error: unknown): never {
  // An error of Mermaid's window is no instance of this realm's Error.
  const message = String(error).replace(/^\w*Error: /, '');
  throw new UserError(`Mermaid cannot read this figure: ${message}`, {
    hint: 'Try the text at https://mermaid.live, or see https://mermaid.js.org for its syntax.',
    cause: error,
  });
}

function finish(svg: Element, { id, title }: AuthoredFigure): Omit<Picture, 'list'> {
  const words = (selector: string) => {
    const element = [...svg.children].find(({ localName }) => localName === selector);
    element?.remove();
    return element?.textContent ?? undefined;
  };
  const [ownTitle, description] = [words('title'), words('desc')];
  inlineStyles(svg);
  tidy(svg, id);
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
  const labels = [
    addWords(svg, 'desc', `${id}-d`, description),
    addWords(svg, 'title', `${id}-t`, ownTitle ?? title),
  ];
  svg.setAttribute('class', 'mm');
  svg.setAttribute('role', 'graphics-document document');
  svg.setAttribute('aria-labelledby', labels.filter(Boolean).toReversed().join(' '));
  svg.removeAttribute('aria-describedby');
  svg.setAttribute('width', String(Math.ceil(width)));
  svg.setAttribute('height', String(Math.ceil(height)));
  return { svg: restoreCodes(svg.outerHTML), width: Math.ceil(width) };
}

function addWords(svg: Element, name: string, id: string, text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  element.id = id;
  element.textContent = labelText(text);
  svg.prepend(element);
  return id;
}
