import { walkPath } from './field-path.ts';
import type { YamlDocument } from './yaml.ts';

/**
 * The line, counted from 1, on which a field of `root` stands: `spec.ports[name=web].port`. Where the
 * path leads further than the object, the deepest line on the way; `undefined` when not even that.
 */
export function lineOf({ places }: YamlDocument, root: object, path: string): number | undefined {
  const lines = walkPath(root, path).steps.map(
    ({ container, place }) => places.get(container)?.[place],
  );
  return lines.findLast((line) => line !== undefined);
}
