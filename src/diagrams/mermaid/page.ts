import type { DOMWindow } from 'jsdom';
import { extentOfElement, type TextWidth, textLength } from './geometry.ts';
import { mermaidConfig } from './theme.ts';
import type { MermaidData } from './told.ts';

/** The part of Mermaid that is used. */
export interface MermaidApi {
  initialize(config: object): void;
  parse(text: string): Promise<{ readonly diagramType: string }>;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
  readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ readonly db: MermaidData }> };
}

/** A page without a browser, with Mermaid in it. */
export interface MermaidPage {
  readonly mermaid: MermaidApi;
  readonly document: Document;
  /** What Mermaid draws from. */
  read(text: string): Promise<MermaidData>;
}

/**
 * Loads Mermaid's own bundle into a jsdom window. It lives in that window's realm, so no global of this
 * process changes, and it measures text with the site's fonts where jsdom would say 0.
 *
 * @param bundle Text of `mermaid/dist/mermaid.min.js`.
 */
export async function openMermaidPage(bundle: string, width: TextWidth): Promise<MermaidPage> {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' });
  standIn(window, width);
  // The semicolon keeps "use strict" from being a directive, which would make the bundle's variable local.
  window.eval(`;${bundle}`);
  const { mermaid }: { readonly mermaid: MermaidApi } = window as never;
  mermaid.initialize(mermaidConfig);
  return {
    document: window.document,
    read: async (text) => {
      window.eval(sameRandom);
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
      return db;
    },
    mermaid: {
      ...mermaid,
      render: (id, text) => {
        // A git graph names commits at random: from the same start for each picture, so that it stays the same.
        window.eval(sameRandom);
        return mermaid.render(id, text);
      },
    },
  };
}

const sameRandom =
  '{ let n = 1; Math.random = () => (n = (n * 48271) % 2147483647) / 2147483647; }';

/** What a browser has and jsdom lacks, as far as Mermaid uses it. */
function standIn(window: DOMWindow, width: TextWidth): void {
  const boxOf = (element: Element) => {
    const { left, top, right, bottom } = extentOfElement(element, width);
    return left > right
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: left, y: top, width: right - left, height: bottom - top };
  };
  Object.assign(window.Element.prototype, {
    getBBox(this: Element) {
      return boxOf(this);
    },
    getBoundingClientRect(this: Element) {
      const { x, y, ...size } = boxOf(this);
      return { x, y, ...size, left: x, top: y, right: x + size.width, bottom: y + size.height };
    },
    getComputedTextLength(this: Element) {
      return textLength(this, width);
    },
  });
  Object.assign(window, {
    requestAnimationFrame(callback: (time: number) => void) {
      window.queueMicrotask(() => callback(0));
      return 0;
    },
  });
}
