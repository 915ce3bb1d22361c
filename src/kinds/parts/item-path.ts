/** Names that are kept in each list: those of a hostile object need no memory of ours. */
const mostNames = 10_000;

type ByName = Map<string | undefined, string>;
type ByList = Map<string, ByName>;

/**
 * The path of a field of a named item: `spec` and `volumes`, `config`, `.configMap.name` →
 * `spec.volumes[name=config].configMap.name`. Ten thousand Pods write the same paths: each is one text,
 * found without putting it together again.
 *
 * @param list `volumes`; with `rest` it must name one place in the code, as both are kept.
 */
export function itemPath(at: string, list: string, name: string | undefined, rest = ''): string {
  const byName = namesIn(at, list, rest);
  const last = byName.get(name);
  if (last !== undefined) return last;
  const path = `${at}.${list}[name=${name}]${rest}`;
  if (byName.size < mostNames) byName.set(name, path);
  return path;
}

const places = new Map<string, Map<string, ByList>>();

function namesIn(at: string, list: string, rest: string): ByName {
  const byRest = places.get(at) ?? new Map<string, ByList>();
  if (byRest.size === 0) places.set(at, byRest);
  const byList = byRest.get(rest) ?? new Map<string, ByName>();
  if (byList.size === 0) byRest.set(rest, byList);
  const byName = byList.get(list) ?? new Map<string | undefined, string>();
  if (byName.size === 0) byList.set(list, byName);
  return byName;
}
