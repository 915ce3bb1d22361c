import { z } from 'zod';
import { parseJson } from '#snapshot/json.ts';
import type { UserError } from '#user-error.ts';

/** How a request ended, after all retries. */
export type Answer =
  | { readonly type: 'ok'; readonly json: unknown }
  | Refusal
  /** No answer came, or not in time. */
  | { readonly type: 'broken'; readonly error: UserError };

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

/** An HTTP response as far as it matters here; `text` is its whole body, decompressed. */
export interface HttpResponse {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

// Enough for every message of an API server; a proxy's error page is longer and says nothing.
const longestPlainText = 300;
const longestMessage = 1000;

/** What a response of an API server, or of a proxy before it, means. */
export function answerOf(response: HttpResponse): Exclude<Answer, { type: 'broken' }> {
  const json = tryJson(response);
  if (response.status >= 200 && response.status < 300 && json !== undefined) {
    return { type: 'ok', json };
  }
  const { data: status } = Status.safeParse(json);
  return {
    type: 'refused',
    status: response.status,
    message: (status?.message || plainText(response)).slice(0, longestMessage),
    continueToken: status?.metadata?.continue || undefined,
    retryAfter: secondsOf(response.retryAfter),
  };
}

function tryJson({ contentType, text }: HttpResponse): unknown {
  if (!contentType.startsWith('application/json')) return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function plainText({ status, contentType, text }: HttpResponse): string {
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
