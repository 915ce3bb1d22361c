import type { PathHint } from './layout.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An item with its metadata where the API has it, as far as that can be told. */
export interface WithMetadata {
  readonly item: Fields;
  /** In the words of a report; absent where nothing had to be done. */
  readonly remark?: string;
}

/**
 * Puts metadata in its place where a tool has left it elsewhere: the Insights Operator writes some objects
 * with a name and no metadata, and others as Go names the parts of a struct.
 */
export function withMetadata(item: Fields, hint: PathHint | undefined): WithMetadata {
  if ('metadata' in item) return { item };
  const { TypeMeta: _, ObjectMeta, ...parts } = item;
  if (typeof ObjectMeta === 'object' && ObjectMeta !== null) {
    return { item: { ...ObjectMeta, ...parts } };
  }
  const { name, ...rest } = item;
  if (!isText(name) || !isText(item['kind']) || !isText(item['apiVersion'])) return { item };
  const namespace = hint?.namespace;
  return {
    item: { ...rest, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } },
    remark: 'has a name and no metadata: its metadata is the name',
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
