/** How much is remembered: texts come from strangers, and a dump of ever new ones must not fill the memory. */
interface Bounds {
  readonly most: number;
  /** UTF-16 units of a text. */
  readonly longest: number;
}

const namesOfFields: Bounds = { most: 50_000, longest: 100 };

/** The function with its results remembered, for arguments that recur. Forgets them all when there are too many. */
export function remembered<T>(
  compute: (name: string) => T,
  { most, longest }: Bounds = namesOfFields,
): (name: string) => T {
  const results = new Map<string, T>();
  return (name) => {
    if (name.length > longest) return compute(name);
    const known = results.get(name);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = compute(name);
    results.set(name, result);
    return result;
  };
}
