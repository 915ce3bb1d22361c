/**
 * Details of a description as markup: lists of terms inside lists of terms. Made here and not in
 * components: they nest as deep as an object does, and a component for each value would cost more than
 * the rest of the page.
 */
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Description, Item, Value } from '#views/describe/description.ts';
import { escapeText } from '#views/markup/escape-text.ts';

/** The address of an object's page; nothing for an object that the snapshot does not hold. */
export type HrefOf = (id: ObjectId) => string | undefined;

/** A description as `<dl class="desc">`. */
export function detailsMarkup(description: Description, hrefOf: HrefOf): string {
  return `<dl class="desc">${description.map((item) => itemMarkup(item, hrefOf)).join('')}</dl>`;
}

function itemMarkup(item: Item, hrefOf: HrefOf): string {
  switch (item.type) {
    case 'value':
      return term(item.label, valuesMarkup(item, hrefOf));
    case 'group': {
      const pairs = pairsOf(item.items);
      return pairs === undefined
        ? nested(item.label, detailsMarkup(item.items, hrefOf))
        : term(item.label, pairs);
    }
    case 'titled':
      return nested(item.title, detailsMarkup(item.items, hrefOf));
    case 'lines':
      return term(item.label, listMarkup(item.lines, hrefOf));
    case 'table':
      return nested(item.label ?? '', tableMarkup(item, hrefOf));
    case 'entries':
      return nested(item.label, entriesMarkup(item.entries, hrefOf));
    case 'file':
      return term(item.label, escapeText(item.text));
    case 'note':
      return `<div class="t"><dt></dt><dd>${escapeText(item.text)}</dd></div>`;
  }
}

function term(label: string, markup: string): string {
  return `<div><dt>${escapeText(label)}</dt><dd>${markup}</dd></div>`;
}

function nested(label: string, markup: string): string {
  return `<div class="${label === '' ? 't' : 'n'}"><dt>${escapeText(label)}</dt><dd>${markup}</dd></div>`;
}

const shortPairs = 60;

/** A few short values on one line: `cpu 100m, memory 128Mi`. Nothing for a group that needs more. */
function pairsOf(items: Description): string | undefined {
  const pairs = items.flatMap((item) => {
    const [first, ...others] = item.type === 'value' ? item.values : [];
    const isPlain = first !== undefined && others.length === 0 && first.names === undefined;
    return item.type === 'value' && isPlain && !item.under?.length
      ? `${item.label} ${first.text}`
      : [];
  });
  const text = pairs.join(', ');
  return pairs.length < items.length || text.length > shortPairs ? undefined : escapeText(text);
}

function valuesMarkup(
  { values, joint, under = [] }: Extract<Item, { type: 'value' }>,
  hrefOf: HrefOf,
): string {
  const markup =
    joint !== undefined || values.length === 1
      ? values.map((value) => valueMarkup(value, hrefOf)).join(escapeText(joint ?? ''))
      : listMarkup(values, hrefOf);
  return under.length === 0 ? markup : `${markup}${detailsMarkup(under, hrefOf)}`;
}

function valueMarkup({ text, names, aside }: Value, hrefOf: HrefOf): string {
  const href = names === undefined ? undefined : hrefOf(names);
  const escaped = escapeText(text);
  const value = href === undefined ? escaped : `<a href="${escapeText(href)}">${escaped}</a>`;
  return aside === undefined ? value : `${value} <span class="why">${escapeText(aside)}</span>`;
}

/** A list of more lines than these begins with a few of them; a document in an annotation has hundreds. */
const maxLines = 30;
const firstLines = 10;

function listMarkup(values: readonly Value[], hrefOf: HrefOf): string {
  const items = values.map((value) => `<li>${valueMarkup(value, hrefOf)}</li>`);
  if (items.length <= maxLines) return `<ul>${items.join('')}</ul>`;
  const rest = items.slice(firstLines);
  return (
    `<ul>${items.slice(0, firstLines).join('')}</ul>` +
    `<details class="more-fig"><summary>${rest.length} more lines</summary><ul>${rest.join('')}</ul></details>`
  );
}

function tableMarkup({ heads, rows }: Extract<Item, { type: 'table' }>, hrefOf: HrefOf): string {
  const head = heads.map((each) => `<th scope="col">${escapeText(each)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = heads.map((_, i) => {
      const value = row[i];
      return `<td>${value === undefined ? '' : valueMarkup(value, hrefOf)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(heads.join(', '))}">${table}</div>`;
}

function entriesMarkup(entries: readonly Description[], hrefOf: HrefOf): string {
  const single = entries.every(([first, ...rest]) => first?.type === 'note' && rest.length === 0);
  const markup = entries.map((entry) => {
    const [first] = entry;
    return single && first?.type === 'note' ? escapeText(first.text) : detailsMarkup(entry, hrefOf);
  });
  return `<ul${single ? '' : ' class="each"'}>${markup.map((each) => `<li>${each}</li>`).join('')}</ul>`;
}
