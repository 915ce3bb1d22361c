/** A copy of a JSON object or list in which some members have other values. All must exist already. */
export function withFields<T extends object>(
  value: T,
  changes: Iterable<readonly [key: string, value: unknown]>,
): T {
  // The spread defines every key as its own, `__proto__` too, so that the assignment below cannot reach a prototype.
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  for (const [key, changed] of changes) copy[key] = changed;
  return copy as T;
}

/** A JSON object or list with each member changed; itself when none of them is. */
export function withMembers<T extends object>(
  value: T,
  change: (member: unknown, key: string) => unknown,
): T {
  const changes = Object.entries(value).flatMap(([key, member]) => {
    const changed = change(member, key);
    return changed === member ? [] : [[key, changed] as const];
  });
  return changes.length === 0 ? value : withFields(value, changes);
}
