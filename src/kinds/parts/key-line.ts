/** A key of a ConfigMap or Secret with the size of its value: `Corefile (443 bytes)`. */
export function keyLine(key: string, bytes: number | undefined): string {
  if (bytes === undefined) return key;
  return `${key} (${bytes === 1 ? '1 byte' : `${bytes} bytes`})`;
}
