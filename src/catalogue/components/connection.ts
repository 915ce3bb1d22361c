import type { Source } from './source.ts';

/** Where a component listens by default: what a snapshot's own flags and Services say goes first. */
export interface ListeningPort {
  readonly number: number;
  /** TCP where it is not said. */
  readonly transport?: 'UDP' | 'TCP and UDP';
  /** Who or what uses it: a phrase. */
  readonly for: string;
  /** It answers on its own node only. */
  readonly local?: true;
  readonly source?: Source;
}

/** Somebody who is no one entry of the catalogue: `pods`, `the API of the cloud`. */
export interface Party {
  readonly name: string;
  /** Ids of the components that may play this part. */
  readonly components?: readonly string[];
}

/** Another end of a connection: the id of a component, or a party. */
export type Peer = string | Party;

/** Who opens a connection: the component (`to`), the peer (`from`), or its copies among each other. */
export type Ends = { readonly to: Peer } | { readonly from: Peer } | { readonly among: 'replicas' };

/** A connection that is usual for a component. */
export type Connection = Ends & {
  /** Of the side that is called. Absent for the API server: each cluster has its own. */
  readonly port?: number;
  /** What is spoken, `gRPC over mutual TLS`; or what it runs over, a socket or files. */
  readonly over?: string;
  /** What for: a phrase with the verb of the side that opens it, `watch claims, create volumes`. */
  readonly for: string;
  /** When it is so: a phrase, `with BGP`. Absent: always. */
  readonly only?: string;
  readonly source?: Source;
};

/** The other end. Copies among each other have none. */
export function peerOf(connection: Connection): Peer | undefined {
  if ('to' in connection) return connection.to;
  return 'from' in connection ? connection.from : undefined;
}

/** Ids of the components that a peer may be. */
export function componentsOf(peer: Peer): readonly string[] {
  return typeof peer === 'string' ? [peer] : (peer.components ?? []);
}
