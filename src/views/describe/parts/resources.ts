import { type Infer, part, quantities } from '#kinds/parts/schema.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { group, type Item, value } from '#views/describe/description.ts';
import { formatQuantity, parseQuantity } from './quantity.ts';

/** What a container, or a whole Pod, asks for and is held to. */
export const ResourceRequirements = part({ limits: quantities, requests: quantities });

/** Amounts as they are written, by the name of the resource. */
export type Amounts = Readonly<Record<string, string>> | undefined;

/** An amount as the API server writes it: `'0.5'` → `'500m'`. */
export function amountText(text: string | undefined): string {
  return formatQuantity(parseQuantity(text));
}

/** Amounts by the name of the resource, a resource a line. */
export function amountItems(amounts: Amounts): readonly (Item | undefined)[] {
  return Object.entries(amounts ?? {})
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([name, amount]) => value(name, amountText(amount)));
}

/** Limits and requests; nothing of what is not stated. */
export function resourceItems(
  resources: Infer<typeof ResourceRequirements> | undefined,
): readonly (Item | undefined)[] {
  return [amountGroup('Limits', resources?.limits), amountGroup('Requests', resources?.requests)];
}

function amountGroup(label: string, amounts: Amounts): Item | undefined {
  return Object.keys(amounts ?? {}).length === 0 ? undefined : group(label, amountItems(amounts));
}
