import type { Health } from '#kinds/kind.ts';
import { list, part, text } from '#kinds/parts/schema.ts';
import { conditionNews } from '#model/condition-news.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** One entry of `status.conditions`, as captured. */
export interface ConditionRow {
  readonly type: string;
  readonly health: Health;
  /** RFC 3339. */
  readonly since?: string | undefined;
  readonly reason: string;
  readonly message: string;
}

const Conditions = part({
  status: part({
    conditions: list(
      part({ type: text, status: text, lastTransitionTime: text, reason: text, message: text }),
    ),
  }),
});

const states = { good: 'ok', bad: 'warn', neither: 'done', unknown: 'unknown' } as const;

function healthOf(type: string, status: string): Health {
  return { state: states[conditionNews(type, status)], word: status };
}

/** The conditions of an object, in its own order. */
export function conditionsOf(object: KubeObject): readonly ConditionRow[] {
  const conditions = Conditions.read(object)?.status?.conditions ?? [];
  return conditions.map(({ type = '', status = '', lastTransitionTime, reason, message }) => ({
    type,
    health: healthOf(type, status),
    since: lastTransitionTime,
    reason: reason ?? '',
    message: message ?? '',
  }));
}
