import type { Facet } from '#catalogue/detect-distribution.ts';
import { type ChapterBlock, marked, type Prose, text } from '#views/chapters/prose.ts';
import { uncapital } from '#views/chapters/wording.ts';

/** Where such a cluster is set up, and where to read on. */
export function settingsOf({ name, distribution: known }: Facet): readonly ChapterBlock[] {
  if (known === undefined) return [];
  const { settings, docs } = known;
  const children: Prose[] = [
    { type: 'strong', children: [text(name)] },
    text(', typically: '),
    ...marked(uncapital(settings)),
    text(' More: '),
    { type: 'link', href: docs.href, children: [text(docs.title)] },
    text('.'),
  ];
  return [{ type: 'paragraph', children }];
}
