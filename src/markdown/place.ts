import { UserError } from '#user-error.ts';

/** Where in the content something stands. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The error for a mistake in a content file: `datastore.md:12: there is no directive ":vlaue".` */
export function contentError(place: Place, message: string, hint?: string): UserError {
  return new UserError(
    `${place.file}:${place.line}: ${message}`,
    hint === undefined ? {} : { hint },
  );
}
