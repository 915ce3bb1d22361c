import type { Health } from '#kinds/kind.ts';

/**
 * State of a workload from how many of its pods are ready. One that wants none is `done`: nothing is
 * meant to run.
 */
export function readyHealth(ready = 0, desired = 0): Health {
  const word = `${ready}/${desired} ready`;
  if (desired === 0) return { state: 'done', word };
  if (ready >= desired) return { state: 'ok', word };
  return { state: ready === 0 ? 'bad' : 'warn', word };
}

/**
 * How a workload replaces its pods, in one line: `RollingUpdate, max unavailable 25%, max surge 1`.
 *
 * @param limits Limit → its value; those without a value are left out.
 */
export function strategyLine(
  type: string | undefined,
  limits: Readonly<Record<string, string | number | undefined>>,
): string | undefined {
  if (type === undefined) return undefined;
  const stated = Object.entries(limits).filter(([, value]) => value !== undefined);
  return [type, ...stated.map(([name, value]) => `${name} ${value}`)].join(', ');
}
