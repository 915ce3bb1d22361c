import type { Narrowing } from '#views/search/search.ts';
import { element } from './elements.ts';
import type { Scope } from './find.ts';

interface Chips {
  readonly scope: Scope;
  /** Absent on pages of no cluster, where all are searched. */
  readonly cluster: string | undefined;
  readonly narrowings: readonly Narrowing[];
  readonly text: string;
  readonly total: number;
  readonly choose: (scope: Scope) => void;
  readonly filter: (part: string) => void;
}

/** Buttons that choose the clusters to search and narrow what was found. */
export function scopeChips({
  scope,
  cluster,
  narrowings,
  text,
  total,
  choose,
  filter,
}: Chips): readonly HTMLElement[] {
  const scopes =
    cluster === undefined
      ? []
      : (['cluster', 'all'] as const).map((one) =>
          chip(
            one === 'all' ? 'All clusters' : 'This cluster',
            one === scope && text.trim() !== '' ? total : undefined,
            one === scope,
            () => choose(one),
          ),
        );
  return [
    ...scopes,
    ...narrowings.map(({ label, filter: part, count }) =>
      chip(label, count, partsOf(text).includes(part), () => filter(part)),
    ),
  ];
}

function chip(
  label: string,
  count: number | undefined,
  isPressed: boolean,
  press: () => void,
): HTMLElement {
  const number =
    count === undefined ? [] : [' ', element('span', { class: 'num' }, count.toLocaleString('en'))];
  const button = element(
    'button',
    { class: 'chip', type: 'button', 'aria-pressed': String(isPressed) },
    label,
    ...number,
  );
  button.addEventListener('click', press);
  return button;
}

function partsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** A query with a filter, or without it when it has it; a filter of the same name gives way. */
export function toggled(text: string, filter: string): string {
  const [name = ''] = filter.split(':');
  const parts = text.split(/\s+/).filter(Boolean);
  const others = parts.filter((part) => !part.toLowerCase().startsWith(`${name}:`));
  const has = partsOf(text).includes(filter.toLowerCase());
  return [...others, ...(has ? [] : [filter])].join(' ');
}
