import type { Cell } from '#kinds/kind.ts';

/** CREATED AT: what the API server prints for kinds it has no columns for. RFC 3339. */
export const createdCell: Cell<unknown> = ({ metadata }) =>
  metadata.creationTimestamp ?? '<unknown>';
