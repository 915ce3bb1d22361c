/** An answer that is not what was asked for, as an API server words it. */
export interface StatusAnswer {
  readonly code: number;
  /** An object, or JSON of one. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A `Status` in the shape of the recorded ones. */
export function status(
  code: number,
  reason: string,
  message: string,
  { metadata = {}, headers = {} }: { metadata?: object; headers?: Record<string, string> } = {},
): StatusAnswer {
  const head = { kind: 'Status', apiVersion: 'v1', metadata, status: 'Failure' };
  return { code, body: { ...head, message, reason, code }, headers };
}

/** What RBAC says: `forbidden('secrets', '')` refuses the list over all namespaces. */
export function forbidden(plural: string, group: string, namespace?: string): StatusAnswer {
  const where =
    namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return status(
    403,
    'Forbidden',
    `${plural}${group && `.${group}`} is forbidden: User "viewer" cannot list resource "${plural}" in API group "${group}" ${where}`,
  );
}

/** A continue token that is too old; `token` goes on in the list as it is now. */
export function expired(token?: string): StatusAnswer {
  const message = 'The provided continue parameter is too old to display a consistent list result.';
  return status(410, 'Expired', message, {
    metadata: token === undefined ? {} : { continue: token },
  });
}

/** A server that is busy (429, 503) or fails (500); `seconds` is its `Retry-After`. */
export function trouble(code: 429 | 500 | 503, seconds?: number): StatusAnswer {
  const [reason, message] = troubles[code];
  const headers = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return status(code, reason, message, { headers });
}

const troubles = {
  429: ['TooManyRequests', 'too many requests, please try again later'],
  500: ['InternalError', 'etcdserver: leader changed'],
  503: ['ServiceUnavailable', 'the server is currently unable to handle the request'],
} as const;

export const unauthorized = status(401, 'Unauthorized', 'Unauthorized');
export const notFound = status(404, 'NotFound', 'the server could not find the requested resource');
