import { UserError } from '#user-error.ts';

/** What keeps a file from being written and can be helped, by the system's code. */
const troubles = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is larger than a file may be here',
  EROFS: 'the file system is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
} as const;

/** The value of a write, whose errors that a reader can help are told in words: {@link UserError}. */
export async function writing<Value>(path: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    throw diskError(path, error);
  }
}

function diskError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!Object.hasOwn(troubles, code)) return error;
  return new UserError(`${path} cannot be written: ${troubles[code as keyof typeof troubles]}.`, {
    hint: 'Make room for it, or choose another folder with --snapshots. The previous snapshot, if there is one, is as it was.',
    cause: error,
  });
}
