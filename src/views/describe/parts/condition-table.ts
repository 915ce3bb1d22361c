import { list, part, text } from '#kinds/parts/schema.ts';
import type { Item } from '#views/describe/description.ts';
import { timeText } from './go-text.ts';

const Condition = part({
  type: text,
  status: text,
  lastHeartbeatTime: text,
  lastProbeTime: text,
  lastTransitionTime: text,
  reason: text,
  message: text,
});
/** `status.conditions`, with every time that any kind reports. */
export const Conditions = list(Condition);

type Written = Readonly<Partial<Record<string, string>>>;

const cells = {
  Type: ({ type = '' }) => type,
  Status: ({ status = '' }) => status,
  LastHeartbeatTime: ({ lastHeartbeatTime }) => timeText(lastHeartbeatTime),
  LastProbeTime: ({ lastProbeTime }) => timeText(lastProbeTime),
  LastTransitionTime: ({ lastTransitionTime }) => timeText(lastTransitionTime),
  Reason: ({ reason = '' }) => reason,
  Message: ({ message = '' }) => message,
} as const satisfies Record<string, (condition: Written) => string>;

/** Conditions under the heads that kubectl prints for a kind; nothing without a condition. */
export function conditionTable(
  conditions: readonly Written[] | undefined,
  heads: readonly (keyof typeof cells)[],
  {
    label = 'Conditions',
    ruled = true,
  }: { readonly label?: string; readonly ruled?: boolean } = {},
): Item | undefined {
  if (conditions === undefined || conditions.length === 0) return undefined;
  const rows = conditions.map((condition) =>
    heads.map((head) => ({ text: cells[head](condition) })),
  );
  return { type: 'table', label, heads, rows, ruled };
}
