/** What a format never holds, in sentences of the ledger. */
export interface FormatLimit {
  /** Of a kind that the format has no place for. */
  readonly otherKinds: string;
  /** Of a kind in namespaces that was listed, of some of them. */
  readonly namespaces: string;
}

/** By a word in the name of the format. */
const limits: Readonly<Record<string, FormatLimit>> = {
  'cluster-info dump': {
    otherKinds:
      'Not in the format: kubectl cluster-info dump writes Nodes, Events, Pods, Services, ReplicationControllers, Deployments, ReplicaSets and DaemonSets, and no other kind.',
    namespaces:
      'kubectl cluster-info dump reads the namespaces it is told, by default one and kube-system.',
  },
};

/** The limit of a dump; `undefined` when any part of it is of a format that can hold all there is. */
export function limitOf(formats: readonly string[]): FormatLimit | undefined {
  const [limit, another] = Object.keys(limits).filter((word) =>
    formats.every((format) => format.includes(word)),
  );
  if (limit === undefined || another !== undefined || formats.length === 0) return undefined;
  return limits[limit];
}
