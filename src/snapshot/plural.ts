/**
 * The plural of a kind as its resource is called, by the rules of English that the API's own names
 * follow: `'NetworkPolicy'` → `'networkpolicies'`, `'Ingress'` → `'ingresses'`, `'Gateway'` →
 * `'gateways'`. Right for every built-in kind, a guess for a custom one without its definition.
 */
export function pluralOf(kind: string): string {
  const singular = kind.toLowerCase();
  // `Endpoints` and the kinds of metrics, `PodMetrics`, are plural already.
  if (/^endpoints$|metrics$/.test(singular)) return singular;
  if (/(s|x|ch|sh)$/.test(singular)) return `${singular}es`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}
