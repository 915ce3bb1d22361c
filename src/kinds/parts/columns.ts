/** Cells that many kinds print the same way. */
import type { Cell } from '#kinds/kind.ts';
import type { LabelSelector } from '#kinds/reference.ts';
import { age } from './duration.ts';
import { formatSelector } from './label-selector.ts';

/** NAME: the object's name. */
export const nameCell: Cell<unknown> = ({ metadata }) => metadata.name;

/** AGE: time from creation to capture. */
export const ageCell: Cell<unknown> = ({ metadata }, { now }) =>
  age(metadata.creationTimestamp, now);

/** A number that the API leaves out when it is 0. */
export function count(value: number | undefined): string {
  return String(value ?? 0);
}

/** Text, or `<none>` where there is none. */
export function orNone(value: string | undefined): string {
  return value || '<none>';
}

/**
 * The first items and how many follow: `a,b,c + 2 more...`. Empty text for no items.
 *
 * @param max How many to print; kubectl prints 3 addresses or ports, and 2 metrics.
 */
export function firstFew(items: readonly string[], max: number, separator = ','): string {
  const shown = items.slice(0, max).join(separator);
  return items.length > max ? `${shown} + ${items.length - max} more...` : shown;
}

/** What the wide columns of workloads read. */
export interface Templated {
  readonly spec?:
    | {
        readonly selector?: LabelSelector | undefined;
        readonly template?: Template | undefined;
      }
    | undefined;
}

interface Template {
  readonly spec?: { readonly containers: readonly Container[] } | undefined;
}

interface Container {
  readonly name?: string | undefined;
  readonly image?: string | undefined;
}

/** CONTAINERS: names of the regular containers of a pod template. */
export function containersCell({ spec }: Templated): string {
  return containerNames(spec?.template);
}

/** IMAGES: their images, in the same order. */
export function imagesCell({ spec }: Templated): string {
  return containerImages(spec?.template);
}

/** SELECTOR: the selector of a workload, or `<none>`. */
export function selectorCell({ spec }: Templated): string {
  return orNone(formatSelector(spec?.selector));
}

/** {@link containersCell} for a template that is not in `spec.template`. */
export function containerNames(template: Template | undefined): string {
  return (template?.spec?.containers ?? []).map(({ name }) => name ?? '').join(',');
}

/** {@link imagesCell} for a template that is not in `spec.template`. */
export function containerImages(template: Template | undefined): string {
  return (template?.spec?.containers ?? []).map(({ image }) => image ?? '').join(',');
}
