/** Whether `web-*` covers a whole text; `*` stands for any characters, all others for themselves. */
export function matchesGlob(glob: string, text: string): boolean {
  const parts = glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
