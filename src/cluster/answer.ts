import { z } from 'zod';
import { parseJson } from '#snapshot/json.ts';
import type { UserError } from '#user-error.ts';

/** How a request ended, after all retries. */
export type Answer<Value = unknown> =
  | { readonly type: 'ok'; readonly value: Value }
  | Refusal
  | Broken;

/** A request without an answer. */
export interface Broken {
  readonly type: 'broken';
  readonly error: UserError;
  /** Whether time was all that lacked. */
  readonly timedOut?: boolean | undefined;
}

/** An answer of the server that is not what was asked for. */
export interface Refusal {
  readonly type: 'refused';
  /** HTTP status. */
  readonly status: number;
  /** The server's own words. */
  readonly message: string;
  /** The token that continues an expired list, inconsistently. */
  readonly continueToken?: string | undefined;
  /** Seconds the server asks to wait. */
  readonly retryAfter?: number | undefined;
}

/** The parts of a `Status` that are read. */
const Status = z.looseObject({
  kind: z.literal('Status'),
  message: z.string().optional(),
  metadata: z.looseObject({ continue: z.string().optional() }).nullish(),
});

/** An HTTP response that is no JSON of what was asked for; `text` is its body, or the beginning of a long one. */
export interface OtherResponse {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

// Enough for every message of an API server; a proxy's error page is longer and says nothing.
const longestPlainText = 300;
const longestMessage = 1000;

/** Whether a response holds what was asked for. */
export function isJson(status: number, contentType: string): boolean {
  return status >= 200 && status < 300 && contentType.startsWith('application/json');
}

/** What a response means that is not what was asked for: of an API server, or of a proxy before it. */
export function refusalOf(response: OtherResponse): Refusal {
  const { data: status } = Status.safeParse(tryJson(response));
  return {
    type: 'refused',
    status: response.status,
    message: (status?.message || plainText(response)).slice(0, longestMessage),
    continueToken: status?.metadata?.continue || undefined,
    retryAfter: secondsOf(response.retryAfter),
  };
}

function tryJson({ contentType, text }: OtherResponse): unknown {
  if (!contentType.startsWith('application/json')) return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function plainText({ status, contentType, text }: OtherResponse): string {
  const said = text.trim();
  const readable = contentType.startsWith('text/plain') && said !== '';
  if (readable && said.length <= longestPlainText) return said;
  return `HTTP ${status} with ${contentType || 'no content type'} instead of a JSON answer`;
}

/** Of the two forms of `Retry-After` an API server uses seconds only. */
function secondsOf(header: string | undefined): number | undefined {
  const seconds = Number(header ?? '');
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
