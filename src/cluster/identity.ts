import { z } from 'zod';
import type { Manifest } from '#snapshot/manifest.ts';
import type { JsonClient } from './api-client.ts';

const Version = z.object({ gitVersion: z.string(), platform: z.string().optional() });
const Namespace = z.object({ metadata: z.object({ uid: z.string() }) });

/**
 * What identifies a cluster and its server. What this user may not read is absent.
 *
 * @throws {UserError} When the server cannot be reached.
 */
export async function identityOf(client: JsonClient): Promise<Omit<Manifest['cluster'], 'name'>> {
  const version = Version.safeParse(await jsonAt(client, '/version')).data;
  const namespace = await jsonAt(client, '/api/v1/namespaces/kube-system');
  const uid = Namespace.safeParse(namespace).data?.metadata.uid;
  return {
    ...(uid === undefined ? {} : { uid }),
    ...(version === undefined ? {} : { version: version.gitVersion }),
    ...(version?.platform === undefined ? {} : { platform: version.platform }),
  };
}

async function jsonAt(client: JsonClient, path: string): Promise<unknown> {
  const answer = await client.get(path);
  if (answer.type === 'broken') throw answer.error;
  return answer.type === 'ok' ? answer.value : undefined;
}
