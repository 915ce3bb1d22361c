/** A step of the way that a path leads from an object: what it found in which container. */
export interface PathStep {
  readonly container: object;
  /** Place of the entry among the container's entries that hold something, or in the list. */
  readonly place: number;
  readonly value: unknown;
}

/** Where a path leads from a container: the entry's place in it, and what is left of the path. */
interface Found {
  readonly place: number;
  readonly value: unknown;
  readonly rest: string;
}

/**
 * The way of a path through an object, as far as the object has it: `spec.ports[name=web].port`,
 * `metadata.labels["app.kubernetes.io/name"]`, `args[0]`. `isWhole` says whether it came to its end.
 */
export function walkPath(
  root: object,
  path: string,
): { readonly steps: readonly PathStep[]; readonly isWhole: boolean } {
  const steps: PathStep[] = [];
  let value: unknown = root;
  let rest = path;
  while (typeof value === 'object' && value !== null && rest !== '') {
    const container = value;
    const found = Array.isArray(value) ? findItem(value, rest) : findField(value, rest);
    if (found === undefined) return { steps, isWhole: false };
    ({ value, rest } = found);
    steps.push({ container, place: found.place, value });
  }
  return { steps, isWhole: rest === '' };
}

/** The value of a field; undefined when the object has no such field. */
export function fieldAt(root: object, path: string): unknown {
  const { steps, isWhole } = walkPath(root, path);
  return isWhole ? steps.at(-1)?.value : undefined;
}

/** A field by name, `.name` or `["name"]`. Names may hold dots, so the longest that fits is meant. */
function findField(container: object, path: string): Found | undefined {
  const entries = Object.entries(container).filter(([, value]) => value !== undefined);
  const quoted = /^\[(?:"([^"]*)"|'([^']*)')\]/.exec(path);
  if (quoted !== null) {
    const name = quoted[1] ?? quoted[2];
    const place = entries.findIndex(([key]) => key === name);
    return place === -1
      ? undefined
      : found(place, entries[place]?.[1], path.slice(quoted[0].length));
  }
  const text = path.replace(/^\./, '');
  let best = -1;
  for (const [i, [key]] of entries.entries()) {
    const fits = text.startsWith(key) && /^($|[.[])/.test(text.slice(key.length));
    if (fits && key.length > (entries[best]?.[0].length ?? -1)) best = i;
  }
  const entry = entries[best];
  return entry === undefined ? undefined : found(best, entry[1], text.slice(entry[0].length));
}

function found(place: number, value: unknown, rest: string): Found {
  return { place, value, rest };
}

/** An item by number, `[2]`, or by its keys, `[name=web]`, `[port=80,protocol=TCP]`. */
function findItem(list: readonly unknown[], path: string): Found | undefined {
  const [step, inside = ''] = /^\[([^\]]*)\]/.exec(path) ?? [];
  if (step === undefined) return undefined;
  const place = /^\d+$/.test(inside)
    ? Number(inside)
    : list.findIndex((item) => matchesKeys(item, inside));
  return place in list ? found(place, list[place], path.slice(step.length)) : undefined;
}

function matchesKeys(item: unknown, keys: string): boolean {
  if (typeof item !== 'object' || item === null) return String(item) === keys;
  const fields = new Map(Object.entries(item));
  return keys.split(',').every((pair) => {
    const equals = pair.indexOf('=');
    return equals > 0 && String(fields.get(pair.slice(0, equals))) === pair.slice(equals + 1);
  });
}
