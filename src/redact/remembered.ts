// Names come from strangers: a dump of ever new ones must not fill the memory.
const most = 50_000;
const longest = 100;

/** The function with its results remembered, for arguments that recur. Forgets them all when there are too many. */
export function remembered<T>(compute: (name: string) => T): (name: string) => T {
  const results = new Map<string, T>();
  return (name) => {
    const known = results.get(name);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = compute(name);
    if (name.length > longest) return result;
    results.set(name, result);
    return result;
  };
}
