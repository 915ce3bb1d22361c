import { type Infer, list, part, text } from './schema.ts';

const strings = list(text);

/** Which requests a webhook or an admission policy is about. */
export const ResourceRule = part({
  operations: strings,
  apiGroups: strings,
  resources: strings,
  resourceNames: strings,
});

/** `CREATE, UPDATE of pods`, `every operation of deployments in apps`. */
export function resourceRuleLine(rule: Infer<typeof ResourceRule>): string {
  const operations = any(rule.operations) ? 'every operation' : rule.operations.join(', ');
  const what = any(rule.resources) ? 'every resource' : rule.resources.join(', ');
  const named = rule.resourceNames.length > 0 ? ` named ${rule.resourceNames.join(', ')}` : '';
  return `${operations} of ${what}${home(rule.apiGroups)}${named}`;
}

function any(values: readonly string[]): boolean {
  return values.includes('*') || values.includes('*/*');
}

function home(groups: readonly string[]): string {
  if (groups.includes('*')) return ' in every group';
  if (groups.every((group) => group === '')) return '';
  return ` in ${groups.map((group) => group || 'core').join(', ')}`;
}
