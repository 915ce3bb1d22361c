import { groupOf } from '#snapshot/kube-object.ts';
import {
  builtinKind,
  namesCustomKind,
  type TypeMeta,
  typeFromHint,
  typeFromPath,
  typeFromSelfLink,
} from './identity.ts';
import type { Surroundings } from './whole-object.ts';

/** A value that says its type, as far as anything does. */
export interface Repaired {
  readonly value: object;
  /** Where the type is from, if not from the object or its list: `kind and apiVersion are those of its selfLink`. */
  readonly remark?: string | undefined;
}

/** Something that may say what an object is, the surest first. */
interface Witness {
  readonly type: TypeMeta;
  /** Ends the remark; a list of the API is how things should be, and worth none. */
  readonly name: string | undefined;
}

const templated = /[{}]/;

/**
 * Gives an object the kind and apiVersion that it lacks: those of its list, its selfLink, its layout, its path, or
 * of the built-in kind it names. What it says itself stays, unless a template stands in the place of its version.
 */
export function repairType(item: object, surroundings: Surroundings): Repaired {
  const { kind, apiVersion } = item as Partial<TypeMeta>;
  const hasVersion = isText(apiVersion) && !templated.test(apiVersion);
  if (isText(kind) && hasVersion) return { value: item };
  if (!hasName(item)) return { value: item };
  const witness = witnessesOf(item, surroundings).find(({ type }) => {
    if (isText(kind)) return type.kind === kind;
    return !hasVersion || groupOf(type.apiVersion) === groupOf(apiVersion);
  });
  if (witness === undefined) return { value: item };
  const { type, name } = witness;
  const missing = {
    ...(hasVersion ? {} : { apiVersion: type.apiVersion }),
    ...(isText(kind) ? {} : { kind: type.kind }),
  };
  const fields = Object.keys(missing).reverse();
  const remark = name && `${fields.join(' and ')} ${fields.length > 1 ? 'are' : 'is'} ${name}`;
  return { value: { ...item, ...missing }, remark };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Without a name it is no object, whatever its file is called. */
function hasName(item: object): boolean {
  const { metadata } = item as { readonly metadata?: { readonly name?: unknown } | null };
  return typeof metadata === 'object' && metadata !== null && isText(metadata.name);
}

function witnessesOf(item: object, { list, hint, path }: Surroundings): Witness[] {
  const { kind, metadata } = item as {
    readonly kind?: unknown;
    readonly metadata?: { readonly selfLink?: unknown };
  };
  const ofLink = typeFromSelfLink(metadata?.selfLink);
  const ofPath = (hint && typeFromHint(hint)) ?? typeFromPath(path);
  // In a folder `nodes.longhorn.io` a Node is none of Kubernetes'.
  const ofName = isText(kind) && !namesCustomKind(path) ? builtinKind(kind) : undefined;
  return [
    ...(list ? [{ type: list, name: undefined }] : []),
    ...(ofLink ? [{ type: ofLink, name: 'what its selfLink says' }] : []),
    ...(ofPath ? [{ type: ofPath, name: 'what the path of its file says' }] : []),
    ...(ofName ? [{ type: ofName, name: 'that of the built-in kind' }] : []),
  ];
}
