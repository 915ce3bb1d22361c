import type { Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const writer = remark()
  // Cells are not padded to the widest one of their column: that would be most of a long table.
  .use(remarkGfm, { tableCellPadding: true, tablePipeAlign: false })
  .data('settings', { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });

/**
 * Nodes as Markdown of GitHub's kind. Whatever in their text could be read as markup is escaped, so text
 * from an object stays text.
 */
export function markdownText(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return writer.stringify(root);
}
