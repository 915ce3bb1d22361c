import { UserError } from '#user-error.ts';

/** First segments of the site's own addresses: no snapshot may take them. */
const reserved = new Set(['diff', 'matrix', 'search', 'glossary', 'guide']);

const maxLength = 63;
// A kept snapshot adds its capture time: prod@2026-11-22T0800Z.
const idPattern = /^[a-z0-9][a-z0-9.-]{0,62}(@\d{4}-\d{2}-\d{2}T\d{4}Z)?$/;

/**
 * The id a snapshot gets from a context or a dump's name: lower case, anything outside `a-z 0-9 . -`
 * turned into `-`, at most 63 characters: `'arn:aws:eks:eu-1:42:cluster/Prod'` → `'arn-aws-eks-eu-1-42-cluster-prod'`.
 *
 * @throws {UserError} When nothing is left, or what is left is reserved.
 */
export function defaultSnapshotId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, maxLength)
    .replace(/[.-]+$/, '');
  return checkSnapshotId(id, name);
}

/** The id of a kept snapshot: `('prod', '2026-11-22T08:00:12Z')` → `'prod@2026-11-22T0800Z'`. */
export function keptSnapshotId(id: string, takenAt: string): string {
  return `${id}@${takenAt.slice(0, 13)}${takenAt.slice(14, 16)}Z`;
}

/** The cluster's plain id inside a snapshot's id: `'prod@2026-11-22T0800Z'` → `'prod'`. */
export function clusterIdOf(snapshotId: string): string {
  return snapshotId.replace(/@.*$/, '');
}

/** Whether a text can name a snapshot. */
export function isSnapshotId(id: string): boolean {
  return idPattern.test(id) && !reserved.has(clusterIdOf(id));
}

/**
 * Returns `id` if it can name a snapshot.
 *
 * @throws {UserError} When it cannot, with the advice to use `--name`.
 */
export function checkSnapshotId(id: string, given: string = id): string {
  const hint = 'Choose another with --name: a-z, 0-9, "." and "-", at most 63 characters.';
  if (reserved.has(clusterIdOf(id))) {
    throw new UserError(`"${id}" cannot name a snapshot: the site uses that address itself.`, {
      hint,
    });
  }
  if (!idPattern.test(id)) {
    throw new UserError(`"${given}" cannot name a snapshot.`, { hint });
  }
  return id;
}
