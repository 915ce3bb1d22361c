import { layoutOf } from './layout.ts';

/**
 * Results of Sonobuoy: an array of objects for each resource, `Pods.json` until version 0.18 and
 * `core_v1_pods.json` since, beside logs, results of plugins and what is known of the hosts.
 *
 * @see https://sonobuoy.io/docs/main/snapshot/
 */
export const sonobuoyResults = layoutOf({
  name: 'Sonobuoy results',
  logs: /(?:^|\/)podlogs\/[^/]+\/[^/]+\//,
  noObjects: [
    [/(?:^|\/)meta\/(?:config|info|query-time)\.json$/, 'is about the run of Sonobuoy'],
    [
      /(?:^|\/)plugins\/[^/]+\/(?:sonobuoy_results\.yaml$|defin?i?tion\.json$|results\/|errors\/)/,
      'is about the run of a plugin',
    ],
    [/(?:^|\/)hosts\/[^/]+\/(?:configz|healthz)\.json$/, 'is about a host'],
  ],
  objects: [
    [
      /(?:^|\/)resources\/(?:cluster|ns\/(?<namespace>[^/]+))\/(?<group>[^/_]+)_v[^/_]+_(?<resource>[^/_]+)\.json$/,
    ],
    [/(?:^|\/)resources\/(?:cluster|ns\/(?<namespace>[^/]+))\/(?<resource>[A-Za-z]+)\.json$/],
    [/(?:^|\/)server(?:version|groups)\.json$/],
  ],
});
