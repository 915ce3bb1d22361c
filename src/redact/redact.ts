import { parseJson } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { parseRedactionMark, redactionMark } from '#snapshot/redaction.ts';

/** What a capture may choose about redaction; that it happens is no choice. */
export interface RedactorOptions {
  /**
   * Keyed digest (HMAC) of a value, as lower-case hex of 8 to 64 digits, so that a diff can tell "differs".
   * Left out by default: a plain hash of a short secret can be guessed.
   */
  readonly digest?: ((value: string) => string) | undefined;
}

/** Takes secrets out of objects, one after the other, and counts what it took. */
export interface Redactor {
  /** The object without its secret values. The input is never changed; untouched parts are shared with it. */
  redact(object: KubeObject): KubeObject;
  /** Values taken out so far, by rule id: the manifest's `redactions`. */
  counts(): Readonly<Record<string, number>>;
}

/** A redactor for one capture. Redacting what is redacted already changes nothing. */
export function redactor(options: RedactorOptions = {}): Redactor {
  const counts = new Map<string, number>();
  const mark = (rule: string, value: string, bytes: number): string => {
    if (value === '' || parseRedactionMark(value) !== undefined) return value;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return redactionMark({ rule, bytes, digest: options.digest?.(value) });
  };
  const masked = (values: unknown, bytesOf: (value: string) => number): unknown =>
    typeof values !== 'object' || values === null
      ? values
      : Object.fromEntries(
          Object.entries(values).map(([key, value]) => [
            key,
            typeof value === 'string' ? mark('secret-data', value, bytesOf(value)) : value,
          ]),
        );
  const redact = (object: KubeObject): KubeObject => {
    const applied = object.metadata?.annotations?.[lastApplied];
    const annotations =
      applied === undefined
        ? {}
        : {
            metadata: {
              ...object.metadata,
              annotations: { ...object.metadata.annotations, [lastApplied]: inside(applied) },
            },
          };
    if (object.kind !== 'Secret') return { ...object, ...annotations };
    return {
      ...object,
      ...annotations,
      ...('data' in object ? { data: masked(object['data'], decodedLength) } : {}),
      ...('stringData' in object ? { stringData: masked(object['stringData'], utf8Length) } : {}),
    };
  };
  const inside = (json: string): string => JSON.stringify(redact(parseJson(json) as KubeObject));
  return { redact, counts: () => Object.fromEntries(counts) };
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function decodedLength(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
