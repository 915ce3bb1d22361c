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

export const unauthorized = status(401, 'Unauthorized', 'Unauthorized');
export const notFound = status(404, 'NotFound', 'the server could not find the requested resource');
