/** What a pod spec asks of the Nodes it may run on and of the pods it runs beside. */
import { labelSelector } from './label-selector.ts';
import { nodeSelector, nodeSelectorTerm } from './node-selector.ts';
import { list, number, optionalList, part, partAsIs, text } from './schema.ts';

const podAffinityTerm = part({
  labelSelector,
  topologyKey: text,
  namespaces: optionalList(text),
  namespaceSelector: labelSelector,
});

const podAffinity = part({
  requiredDuringSchedulingIgnoredDuringExecution: list(podAffinityTerm),
  preferredDuringSchedulingIgnoredDuringExecution: list(part({ weight: number, podAffinityTerm })),
});

/** `affinity` of a pod spec. */
export const affinity = part({
  nodeAffinity: part({
    requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
    preferredDuringSchedulingIgnoredDuringExecution: list(
      part({ weight: number, preference: nodeSelectorTerm }),
    ),
  }),
  podAffinity,
  podAntiAffinity: podAffinity,
});

/** `tolerations` of a pod spec. */
export const tolerations = list(partAsIs({ key: text, operator: text, value: text, effect: text }));

/** `topologySpreadConstraints` of a pod spec. */
export const spreadConstraints = list(
  part({ topologyKey: text, whenUnsatisfiable: text, labelSelector }),
);
