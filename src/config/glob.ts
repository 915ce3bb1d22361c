/** `web-*` as an expression over a whole text; `*` stands for any characters, all others for themselves. */
export function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A key of a custom resource may hold a line break, and what a rule masks must not hide behind it.
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** Whether `web-*` covers a whole text. For many texts and one glob, keep its {@link globPattern}. */
export function matchesGlob(glob: string, text: string): boolean {
  return globPattern(glob).test(text);
}
