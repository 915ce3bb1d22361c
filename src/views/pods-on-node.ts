import type { Entry, Model } from '#model/model.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { Links } from './links.ts';
import { kubectlTable } from './table-of.ts';

/** What runs on a Node. */
export interface PodsOnNode {
  readonly table: KubectlTable;
  /** Pods left out; the page of all Pods has them. */
  readonly hidden: number;
  readonly allHref: string;
}

/** The kubelet's own limit is 110 unless somebody raised it. */
const maxRows = 250;

/** Pods that are bound to a Node, in the model's order; nothing for what is no Node or runs none. */
export function podsOnNode(model: Model, links: Links, node: Entry): PodsOnNode | undefined {
  const { kind, apiVersion, metadata } = node.object;
  if (kind !== 'Node' || apiVersion !== 'v1') return undefined;
  const pods = model
    .edgesTo(node.id)
    .flatMap(({ relation, from }) => (relation === 'node' ? (model.get(from) ?? []) : []));
  if (pods.length === 0) return undefined;
  const shown = pods.slice(0, maxRows);
  const command = `kubectl get pods -A --field-selector spec.nodeName=${metadata.name}`;
  const options = { command, namespaces: true, namespaceHref: links.namespace };
  return {
    table: kubectlTable(model, shown, options, links.object),
    hidden: pods.length - shown.length,
    allHref: links.kind('pods'),
  };
}
