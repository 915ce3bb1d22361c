/** What a cluster says of itself, read apart from the program: older discovery, lists of names, Secrets. */
import { get as getPlain } from 'node:http';
import { get as getSecure, type RequestOptions } from 'node:https';
import { json } from 'node:stream/consumers';
import { KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';

/** A server under test. */
export interface Server {
  /** JSON of a path, or `undefined` when the server refuses it. */
  get(path: string, accept?: string): Promise<unknown>;
}

const GroupList = z.looseObject({
  groups: z.array(
    z.looseObject({
      name: z.string(),
      versions: z.array(z.looseObject({ groupVersion: z.string() })),
    }),
  ),
});
const ResourceList = z.looseObject({
  resources: z.array(z.looseObject({ name: z.string(), verbs: z.array(z.string()) })),
});
const Page = z.looseObject({
  metadata: z.looseObject({ continue: z.string().optional() }),
  items: z.array(
    z.looseObject({
      metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
      data: z.record(z.string(), z.string()).nullish(),
    }),
  ),
});

/** The server of a kubeconfig's current context. */
export function serverOf(kubeconfig: string): Server {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const server = config.getCurrentCluster()?.server ?? '';
  return {
    async get(path, accept = 'application/json') {
      const options: RequestOptions = { headers: { accept, 'user-agent': 'clusterbook-e2e' } };
      await config.applyToHTTPSOptions(options);
      const get = server.startsWith('https:') ? getSecure : getPlain;
      return new Promise((resolve, reject) => {
        get(`${server}${path}`, options, (response) => {
          const body = json(response);
          body.then((value) => resolve(response.statusCode === 200 ? value : undefined), reject);
        }).on('error', reject);
      });
    },
  };
}

/** Paths of all lists by resource, `deployments.apps` → `/apis/apps/v1/deployments`; of several versions the first. */
export async function listPaths(server: Server): Promise<ReadonlyMap<string, string>> {
  const { groups } = GroupList.parse(await server.get('/apis'));
  const versions = groups.flatMap(({ name, versions }) =>
    versions.map(({ groupVersion }) => ({ group: name, path: `/apis/${groupVersion}` })),
  );
  const paths = new Map<string, string>();
  for (const { group, path } of [{ group: '', path: '/api/v1' }, ...versions]) {
    const list = ResourceList.safeParse(await server.get(path));
    for (const { name, verbs } of list.data?.resources ?? []) {
      const key = group === '' ? name : `${name}.${group}`;
      if (verbs.includes('list') && !name.includes('/') && !paths.has(key)) {
        paths.set(key, `${path}/${name}`);
      }
    }
  }
  return paths;
}

const metadataOnly = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** `namespace/name` of all objects of a list, or `undefined` when it may not be read. */
export async function placesOf(server: Server, path: string): Promise<Set<string> | undefined> {
  const places = new Set<string>();
  for await (const { items } of pages(server, path, metadataOnly)) {
    if (items === undefined) return undefined;
    for (const { metadata } of items) places.add(`${metadata.namespace ?? ''}/${metadata.name}`);
  }
  return places;
}

/** All values of all Secrets that this user may read, decoded. */
export async function secretValues(server: Server): Promise<readonly string[]> {
  const values: string[] = [];
  for await (const { items = [] } of pages(server, '/api/v1/secrets')) {
    for (const { data } of items) {
      for (const value of Object.values(data ?? {})) {
        values.push(Buffer.from(value, 'base64').toString());
      }
    }
  }
  return values;
}

async function* pages(server: Server, path: string, accept?: string) {
  let token: string | undefined;
  do {
    const query = `limit=500${token === undefined ? '' : `&continue=${encodeURIComponent(token)}`}`;
    const page = Page.safeParse(await server.get(`${path}?${query}`, accept)).data;
    yield { items: page?.items };
    token = page?.metadata.continue || undefined;
  } while (token !== undefined);
}
