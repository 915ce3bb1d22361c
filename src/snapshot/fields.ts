/** A JSON object, whatever its keys are. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
