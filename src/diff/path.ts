/**
 * A step of a field path: a field, a list item by key, or a list item by position. `match` are the fields
 * of the key, as text.
 */
export type Step =
  | { readonly field: string }
  | { readonly key: string; readonly match: readonly (readonly [string, string])[] }
  | { readonly index: number };

const plainField = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `[{ field: 'spec' }, { field: 'app.io/x' }, { index: 0 }]` → `spec["app.io/x"][0]`. */
export function pathText(steps: readonly Step[]): string {
  let path = '';
  for (const step of steps) path = joinPath(path, step);
  return path;
}

function joinPath(path: string, step: Step): string {
  if ('index' in step) return `${path}[${step.index}]`;
  if ('key' in step) return `${path}[${step.key}]`;
  if (!plainField.test(step.field)) return `${path}[${JSON.stringify(step.field)}]`;
  return path === '' ? step.field : `${path}.${step.field}`;
}
