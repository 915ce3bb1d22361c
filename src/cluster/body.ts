import { parseJson } from '#snapshot/json.ts';

/** Takes the body of an answer as it comes. */
export interface BodyReader<Value> {
  /** The next bytes; more come when it resolves. */
  push(chunk: Buffer): Promise<void> | void;
  /**
   * The value, when all bytes have come.
   *
   * @throws {SyntaxError} When the body is no whole JSON.
   */
  end(): Promise<Value> | Value;
}

/** Reads a body that is small enough to be held as one value. */
export function jsonReader(): BodyReader<unknown> {
  const chunks: Buffer[] = [];
  return {
    push(chunk) {
      chunks.push(chunk);
    },
    end: () => parseJson(Buffer.concat(chunks).toString()),
  };
}
