/** What a redaction mark says about the value it stands for; never the value itself. */
export interface Redaction {
  /** Id of the rule that matched, a key of the manifest's `redactions`: `'password'`. */
  readonly rule: string;
  /** Length of the value in UTF-8 bytes; of the decoded bytes where the field is base64. */
  readonly bytes: number;
  /** Keyed digest of the value, in lower-case hex; absent unless the capture had a digest key. */
  readonly digest?: string | undefined;
}

// No ": ", no comma, no quote: the mark is one plain scalar in YAML (block and flow) and needs no escape in JSON.
const markPattern = /‹redacted ([a-z0-9-]{1,64}) · (\d{1,15}) bytes?(?: · hmac ([0-9a-f]{8,64}))?›/;
const wholeMark = new RegExp(`^${markPattern.source}$`);

/**
 * The text a snapshot holds in place of a secret value: `‹redacted password · 16 bytes›`, or with a digest
 * `‹redacted password · 16 bytes · hmac 0123456789ab›`.
 */
export function redactionMark({ rule, bytes, digest }: Redaction): string {
  const hmac = digest === undefined ? '' : ` · hmac ${digest}`;
  return `‹redacted ${rule} · ${bytes} ${bytes === 1 ? 'byte' : 'bytes'}${hmac}›`;
}

/** Reads a mark back; `undefined` unless the whole text is one. */
export function parseRedactionMark(text: string): Redaction | undefined {
  const match = text.startsWith('‹') ? wholeMark.exec(text) : null;
  if (match === null) return undefined;
  const [, rule = '', bytes = '', digest] = match;
  return { rule, bytes: Number(bytes), ...(digest === undefined ? {} : { digest }) };
}

/** The text cut at its marks, in order: the odd members are marks, the even ones what stands between. */
export function splitAtMarks(text: string): string[] {
  if (!text.includes('‹')) return [text];
  return text.split(/(‹redacted [a-z0-9-]{1,64} · \d{1,15} bytes?(?: · hmac [0-9a-f]{8,64})?›)/);
}
