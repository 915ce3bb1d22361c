/** Names as chance and the API server make them: they are what an index cannot make smaller. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { digest } from './synthetic-object.ts';

// Without vowels and without figures that look like letters, as Kubernetes has it.
const letters = 'bcdfghjklmnpqrstvwxz2456789';

function suffix(of: string, length: number): string {
  const bytes = Buffer.from(digest(of), 'hex').subarray(0, length);
  return [...bytes].map((byte) => letters[byte % letters.length]).join('');
}

/** `app-000012-live-000003` → `app-000012-7d4b9c8f6d-x2k4l` */
function renamed(name: string): string {
  return name.replace(
    /^(app-\d{6})-(old|live)(-\d{6})?$/,
    (all, app: string, set: string, pod: string | undefined) =>
      `${app}-${suffix(app + set, 10)}${pod === undefined ? '' : `-${suffix(all, 5)}`}`,
  );
}

function renamedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [
      key,
      key === 'name' && typeof of === 'string' ? renamed(of) : renamedIn(of),
    ]),
  );
}

/** An object of a synthetic cluster with such names, and a Pod with an address of its own. */
export function randomlyNamed(object: KubeObject): KubeObject {
  const named = renamedIn(object) as KubeObject;
  if (named.kind !== 'Pod') return named;
  const [a, b, c] = Buffer.from(digest(named.metadata.name), 'hex');
  const status = { ...(named['status'] as object), podIP: `10.${a}.${b}.${c}` };
  return { ...named, status };
}
