const markups = new Map<string, Promise<string>>();

/** The sidebar of a cluster as markup, rendered on its first page and kept for all others. */
export function sidebarMarkup(clusterId: string, render: () => Promise<string>): Promise<string> {
  const kept = markups.get(clusterId);
  if (kept !== undefined) return kept;
  const markup = render();
  markups.set(clusterId, markup);
  return markup;
}
