/** A step of a field path: a field, a list item by key, or a list item by index. */
export type Step =
  | { readonly field: string }
  | { readonly key: string }
  | { readonly index: number };

const plainField = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `('spec', { field: 'app.io/x' })` → `spec["app.io/x"]`; `('ports', { key: 'name=web' })` → `ports[name=web]`. */
export function joinPath(path: string, step: Step): string {
  if ('index' in step) return `${path}[${step.index}]`;
  if ('key' in step) return `${path}[${step.key}]`;
  if (!plainField.test(step.field)) return `${path}[${JSON.stringify(step.field)}]`;
  return path === '' ? step.field : `${path}.${step.field}`;
}

/**
 * A path without its list positions, as tables of fields write it:
 * `spec.ports[name=web].nodePort` → `spec.ports[].nodePort`.
 */
export function fieldPattern(path: string): string {
  return path.replace(/\[(?!")[^\]]*\]/g, '[]');
}
