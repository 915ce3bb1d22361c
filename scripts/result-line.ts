import type { Manifest } from '#snapshot/manifest.ts';

/** What a command that made a snapshot says in the end: `prod: 374 objects of 27 kinds in snapshots/prod`. */
export function resultLine({ id, resources }: Manifest, snapshots: string): string {
  const filled = resources.filter(({ count }) => count > 0);
  const objects = filled.reduce((sum, { count }) => sum + count, 0);
  return `${id}: ${counted(objects, 'object')} of ${counted(filled.length, 'kind')} in ${snapshots}/${id}`;
}

/** `'1 object'`, `'2 objects'`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
