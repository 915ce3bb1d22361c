import { packetPath } from '#views/chapters/packet-path.ts';
import type { FactTable } from './fact.ts';

/** How packets of pods travel between nodes. */
export const packetFacts = {
  'pod-network.path': (cluster) => packetPath(cluster)?.says,
} satisfies FactTable;
