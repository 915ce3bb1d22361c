import { isPublished } from './settings.ts';

const markups = new Map<string, Promise<string>>();

/**
 * The sidebar of a cluster as markup, rendered on its first page and kept for all others; in `astro dev`, where
 * somebody may edit the titles of chapters, rendered for each.
 */
export function sidebarMarkup(clusterId: string, render: () => Promise<string>): Promise<string> {
  if (!isPublished()) return render();
  const kept = markups.get(clusterId);
  if (kept !== undefined) return kept;
  const markup = render();
  markups.set(clusterId, markup);
  return markup;
}
