import { UserError } from '#user-error.ts';

/** Why no answer came. */
export interface Break {
  readonly error: UserError;
  /** Whether trying again may help: it does not against a wrong name or certificate. */
  readonly transient: boolean;
  /** Whether time was all that lacked. */
  readonly timedOut: boolean;
}

interface Explanation {
  readonly why: string;
  readonly hint: string;
  readonly transient: boolean;
}

const reach = 'Check that the cluster runs and that its address is reachable from this machine.';
const cutShort = 'its answer was cut short';
const trust =
  'Check certificate-authority-data of this cluster in the kubeconfig, and whether a proxy stands between.';

const explanations: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: { why: 'nothing answers at this address', hint: reach, transient: true },
  ECONNRESET: { why: 'the connection was closed', hint: reach, transient: true },
  EPIPE: { why: 'the connection was closed', hint: reach, transient: true },
  UND_ERR_SOCKET: { why: 'the connection was closed', hint: reach, transient: true },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { why: cutShort, hint: reach, transient: true },
  Z_BUF_ERROR: { why: cutShort, hint: reach, transient: true },
  ETIMEDOUT: { why: 'it does not answer', hint: reach, transient: true },
  EHOSTUNREACH: { why: 'there is no route to it', hint: reach, transient: true },
  ENETUNREACH: { why: 'there is no route to it', hint: reach, transient: true },
  UND_ERR_CONNECT_TIMEOUT: { why: 'it does not answer', hint: reach, transient: true },
  ENOTFOUND: { why: 'its name is not known', hint: reach, transient: false },
  EAI_AGAIN: { why: 'its name cannot be looked up now', hint: reach, transient: true },
  CERT_HAS_EXPIRED: {
    why: 'its certificate has expired',
    hint: 'Have the certificates of the cluster renewed.',
    transient: false,
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    why: 'its certificate is for another name',
    hint: 'Use a name that the certificate has, or set tls-server-name in the kubeconfig.',
    transient: false,
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    why: 'it does not speak TLS',
    hint: 'Check the port in the kubeconfig: an address that starts with https: needs TLS.',
    transient: false,
  },
};

const untrusted: Explanation = {
  why: 'its certificate is signed by an authority that the kubeconfig does not trust',
  hint: trust,
  transient: false,
};

/** What to tell of a request that got no answer. `timeout` is in milliseconds. */
export function brokenConnection(address: string, error: unknown, timeout: number): Break {
  const cause = causeOf(error);
  if (cause.name === 'TimeoutError' || /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(codeOf(cause))) {
    return {
      error: new UserError(`${address} did not answer within ${timeout / 1000} s.`, {
        hint: 'Give it more time with --request-timeout, or ask for less at once with --page-size.',
        cause: error,
      }),
      transient: true,
      timedOut: true,
    };
  }
  if (cause instanceof SyntaxError) return notWhole(address);
  const { why, hint, transient } = explain(cause);
  return {
    error: new UserError(`${address} cannot be reached: ${why}.`, { hint, cause: error }),
    transient,
    timedOut: false,
  };
}

/** The message of a syntax error quotes what it found, which may be part of a Secret: it is not told. */
function notWhole(address: string): Break {
  return {
    error: new UserError(`${address} sent an answer that is cut short or no JSON.`, {
      hint: 'Check whether a proxy stands between, and what it does to long answers.',
    }),
    transient: true,
    timedOut: false,
  };
}

function explain(cause: Error): Explanation {
  const code = codeOf(cause);
  const known = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  if (known !== undefined) return known;
  if (/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_UNTRUSTED/.test(code))
    return untrusted;
  // Codes of TLS alerts name the reason: ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED.
  const tls = /^ERR_SSL_(.+)/.exec(code)?.[1]?.toLowerCase().replaceAll('_', ' ');
  if (tls !== undefined) return { why: `TLS failed (${tls})`, hint: trust, transient: false };
  return { why: code || cause.message || cause.name, hint: reach, transient: true };
}

/** The innermost cause: undici and happy eyeballs wrap what went wrong. */
function causeOf(error: unknown): Error {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  if (!(error instanceof Error)) return new Error(String(error));
  return error.cause instanceof Error ? causeOf(error.cause) : error;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
