import { layoutOf } from './layout.ts';

/**
 * What `oc adm must-gather` and `oc adm inspect` write, below a folder named after the image: lists by
 * group and plural, single objects in a folder of the plural, and Pods beside their logs.
 *
 * @see https://github.com/openshift/enhancements/blob/master/enhancements/oc/inspect.md
 */
export const mustGather = layoutOf({
  name: 'must-gather',
  logs: /(?:^|\/)(?:namespaces\/[^/]+\/pods\/[^/]+\/[^/]+\/[^/]+\/logs\/|audit_logs\/|host_service_logs\/)/,
  noObjects: [
    [
      /(?:^|\/)namespaces\/[^/]+\/pods\/[^/]+\/[^/]+\/[^/]+\/(?:healthz\/|metrics\.json$)/,
      'is what a container answered',
    ],
    [/(?:^|\/)(?:event-filter\.html|must-gather\.log[^/]*|timestamp)$/, 'is about must-gather'],
  ],
  objects: [
    [
      /(?:^|\/)cluster-scoped-resources\/(?<group>[^/]+)\/(?<resource>[^/]+?)(?:\/(?<name>[^/]+?))?\.ya?ml$/,
    ],
    [
      /(?:^|\/)namespaces\/(?<namespace>[^/]+)\/pods\/(?<name>[^/]+)\/\k<name>\.ya?ml$/,
      { resource: 'pods', group: '' },
    ],
    [/(?:^|\/)namespaces\/(?<name>[^/]+)\/\k<name>\.ya?ml$/, { resource: 'namespaces', group: '' }],
    [
      /(?:^|\/)namespaces\/(?<namespace>[^/]+)\/(?<group>[^/]+)\/(?<resource>[^/]+?)(?:\/(?<name>[^/]+?))?\.ya?ml$/,
    ],
  ],
});
