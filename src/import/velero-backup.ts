import { layoutOf } from './layout.ts';

/**
 * A Velero backup: a file an object, below its plural and group; with format 1.1 once more below each
 * version of the API.
 *
 * @see https://velero.io/docs/main/output-file-format/
 */
export const veleroBackup = layoutOf({
  name: 'Velero backup',
  noObjects: [[/(?:^|\/)metadata\/version$/, 'says the version of the format']],
  objects: [
    [
      /(?:^|\/)resources\/(?<resource>[a-z][a-z0-9.-]*)(?:\/v[^/]+)?\/(?:cluster|namespaces\/(?<namespace>[^/]+))\/(?<name>[^/]+)\.json$/,
    ],
  ],
});
