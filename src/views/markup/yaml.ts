import type { YamlLine, YamlToken } from '#views/yaml.ts';
import { escapeText } from './escape-text.ts';

const classes = {
  key: 'y-k',
  string: 'y-s',
  value: 'y-n',
  plain: undefined,
} as const satisfies Record<YamlToken['type'], string | undefined>;

/**
 * Lines as markup, each with its number as an anchor: `#L12`. Made here and not in a component: a page
 * has hundreds of lines, and a component for each would cost more than the rest of the page.
 *
 * @param prefix Goes before `L12` where a page shows more than one document.
 */
export function yamlMarkup(lines: readonly YamlLine[], prefix = ''): string {
  return lines
    .map((line, i) => {
      const id = `${prefix}L${i + 1}`;
      const anchor = `<a id="${id}" href="#${id}" data-n="${i + 1}" tabindex="-1" aria-hidden="true"></a>`;
      return `<span class="l">${anchor}${line.map(tokenMarkup).join('')}</span>`;
    })
    .join('');
}

function tokenMarkup({ type, text }: YamlToken): string {
  const name = classes[type];
  const escaped = escapeText(text);
  return name === undefined || text === '' ? escaped : `<span class="${name}">${escaped}</span>`;
}
