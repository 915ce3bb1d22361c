import type { Diagram } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import type { HrefFor } from '#views/ref.ts';

// Stand-in until the map is drawn; whoever writes the map replaces this file.
export function controlPlaneMap(_model: Model, _hrefFor: HrefFor): Diagram {
  return {
    id: 'map',
    title: 'Map',
    description: 'Map',
    nodes: [{ id: 'a', label: 'kube-apiserver', kind: 'Static pod', glyph: 'pod', category: 'workload', role: 'plain' }],
    groups: [],
    edges: [],
  };
}
