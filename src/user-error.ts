/**
 * An error whose reader can act on it: `message` says what and where, `hint` what to do next.
 *
 * Commands print it without a stack and exit with status 2. Everything else that is thrown is a bug
 * and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}
