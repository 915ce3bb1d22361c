import type { Hit, HitGroup } from '#views/search/hits.ts';
import { marksIn } from '#views/search/match.ts';
import { element, glyph } from './elements.ts';

/** The hits, group by group: options of the list that the field controls. */
export function resultList(
  groups: readonly HitGroup[],
  words: readonly string[],
): readonly HTMLElement[] {
  let place = 0;
  return groups.map(({ label, hits, total }, at) => {
    const heading =
      total > hits.length ? `${label}, ${hits.length} of ${total.toLocaleString('en')}` : label;
    const id = `find-group-${at}`;
    return element(
      'div',
      { role: 'group', 'aria-labelledby': id },
      element('p', { class: 'hgrp', id, role: 'presentation' }, heading),
      ...hits.map((hit) => {
        place += 1;
        return option(hit, words, `find-hit-${place}`);
      }),
    );
  });
}

function option(hit: Hit, words: readonly string[], id: string): HTMLElement {
  const { href, title, kind, says, category } = hit;
  const name = element('span', {}, ...marked(title, words));
  const isOfCluster = category !== undefined;
  const isName = kind !== 'Kind';
  const shown = isOfCluster
    ? element(
        'span',
        { class: `${isName ? 'ref' : 'kindref'} k-${category}` },
        glyph(hit.glyph ?? 'crd'),
        name,
      )
    : name;
  return element(
    'a',
    { role: 'option', id, href, tabindex: '-1', 'aria-selected': 'false' },
    shown,
    element('span', { class: 'kind' }, kind),
    ...(says === '' ? [] : [element('small', {}, ...marked(says, words))]),
  );
}

function marked(text: string, words: readonly string[]): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const [start, stop] of marksIn(text, words)) {
    parts.push(text.slice(end, start), element('mark', {}, text.slice(start, stop)));
    end = stop;
  }
  return [...parts, text.slice(end)];
}
