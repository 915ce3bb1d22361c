import { clusterInfoDumpFolder } from './cluster-info-dump-folder.ts';
import { insightsArchive } from './insights-archive.ts';
import type { Layout, Place } from './layout.ts';
import { mustGather } from './must-gather.ts';
import { sonobuoyResults } from './sonobuoy-results.ts';
import { supportBundle } from './support-bundle.ts';
import { veleroBackup } from './velero-backup.ts';

/** All layouts, the most particular first: the first that knows a path says what lies there. */
const layouts: readonly Layout[] = [
  supportBundle,
  sonobuoyResults,
  veleroBackup,
  insightsArchive,
  mustGather,
  clusterInfoDumpFolder,
];

/** A file's place, and the layout that knows it. */
export interface Placed {
  readonly layout: Layout;
  readonly place: Place;
}

/** What is known of a file from where it lies in its dump. */
export function placeOf(path: string): Placed | undefined {
  for (const layout of layouts) {
    const place = layout.placeOf(path);
    if (place !== undefined) return { layout, place };
  }
  return undefined;
}
