/**
 * Building blocks for the schemas of kinds. They never fail: a field of a wrong type counts as absent,
 * because one odd object must not cost a page. What is dropped here is still shown in the YAML.
 */
import { z } from 'zod';

export const text = z.string().optional().catch(undefined);
export const number = z.number().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);

/** A number or a string, as quantities and ports are written; read as text. */
export const intOrString = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** String values by key: labels, annotations, selectors, node selectors. */
export const strings = z.record(z.string(), z.string()).optional().catch(undefined);

/** Any values by key, for maps whose keys are counted or named only. */
export const record = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** A nested object; absent when it is not one. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

/** A list; empty when absent or not a list. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]).catch([]);
}

/** An object of a list. */
export function item<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape);
}
