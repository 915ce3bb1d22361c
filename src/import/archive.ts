import type { DumpFile, PassedOver } from './dump-file.ts';
import type { Expansion } from './limits.ts';

/** A kind of file with files in it, recognised by its first bytes. */
export interface Archive {
  recognises(head: Uint8Array): boolean;
  /**
   * The files in it, each to be read before the next is asked for.
   *
   * @param bytes Those of the archive; one that is read by jumping about leaves them.
   * @throws {ArchiveError} When it is damaged, or unpacks to too much.
   */
  files(
    archive: DumpFile,
    bytes: AsyncIterable<Uint8Array>,
    expansion: Expansion,
  ): AsyncIterable<DumpFile | PassedOver>;
}

/** What an archive says of an entry. */
export interface Entry {
  readonly path: string;
  readonly size: number | undefined;
  /** Milliseconds. */
  readonly modified: number;
  bytes(): AsyncIterable<Uint8Array>;
}

/** An entry as a file of the dump; or why it is none: nothing outside of an archive is named by it. */
export function fileIn(archive: DumpFile, { path: given, ...entry }: Entry): DumpFile | PassedOver {
  const name = `${archive.name}/${given}`;
  if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(given)) {
    return { name, passedOver: 'has a path that leads out of its archive', refused: true };
  }
  const path = given.split(/[/\\]+/).filter((part) => part !== '' && part !== '.');
  if (path.some((part) => part.startsWith('.'))) return { name, passedOver: 'is hidden' };
  const below = archive.given ? [] : [archive.path];
  return { name, path: [...below, ...path].join('/'), given: false, onDisk: undefined, ...entry };
}
