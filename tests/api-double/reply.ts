import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { canonicalLine } from '#snapshot/json.ts';
import type { Request, Response } from './server.ts';
import type { StatusAnswer } from './status.ts';

/** How an answer comes to harm on its way. */
export type Harm = 'reset-in-body' | 'stalled' | 'truncated' | 'invalid-json' | 'slow';

// A real server zips answers from this size on, as fast as it can.
const zippedFrom = 128 * 1024;
const slowBytes = 200;

/** Sends an answer, whole or not. */
export function reply(
  request: Request,
  response: Response,
  { code, body, headers = {} }: StatusAnswer,
  harm?: Harm,
): void {
  const text = Buffer.from(typeof body === 'string' ? body : canonicalLine(body));
  const kept = harm === 'invalid-json' ? text.subarray(0, text.length / 2) : text;
  const zipped =
    kept.length > zippedFrom && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const sent = zipped ? gzipSync(kept, { level: 1 }) : kept;
  response.writeHead(code, {
    'content-type': 'application/json',
    'content-length': sent.length,
    'cache-control': 'no-cache, private',
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
    ...headers,
  });
  if (harm === undefined || harm === 'invalid-json') response.end(sent);
  else if (harm === 'slow') dribble(response, sent);
  else breakOff(request, response, { half: sent.subarray(0, sent.length / 2), harm });
}

/** Breaks a connection, or in HTTP/2 the one stream, without an answer. */
export function reset({ socket }: Request, { stream }: Response): void {
  if (stream !== undefined) stream.close(http2InternalError);
  // A connection in TLS cannot be told to reset; it ends without a farewell.
  else if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

// https://www.rfc-editor.org/rfc/rfc9113#section-7
const http2InternalError = 0x2;

function breakOff(
  request: Request,
  response: Response,
  { half, harm }: { readonly half: Buffer; readonly harm: Harm },
): void {
  response.write(half, () => {
    if (harm === 'reset-in-body') reset(request, response);
    else if (harm === 'truncated' && response.stream !== undefined) response.end();
    else if (harm === 'truncated') request.socket.end();
  });
}

function dribble(response: Response, bytes: Buffer): void {
  const slowFrom = Math.max(0, bytes.length - slowBytes);
  let at = slowFrom;
  const next = () => {
    if (at >= bytes.length) response.end();
    else response.write(bytes.subarray(at, ++at), () => setImmediate(next));
  };
  response.write(bytes.subarray(0, slowFrom), next);
}
