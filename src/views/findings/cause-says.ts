import type { End, PodCause } from '#model/problems/pod-cause.ts';
import { code, type Prose } from '#views/chapters/prose.ts';
import { say } from '#views/telling.ts';
import { count, sentence } from '#views/words.ts';

/** `OOMKilled, exit code 137`. `Error` says no more than the code. */
function endText({ exitCode, reason }: End): string {
  const why = reason === undefined || reason === 'Error' ? '' : `${reason}, `;
  return `${why}exit code ${exitCode}`;
}

/** The runtime says the image again and again; what went wrong stands at the end. */
function pullCause(message: string): string {
  const cause = /: ([^:"]{1,60})$/.exec(message.trim())?.[1];
  return cause === undefined ? '' : `, ${cause}`;
}

/**
 * The scheduler's words, shortened to its reasons:
 * `0/6 nodes are available: 2 node(s) had untolerated taint(s). preemption: …`.
 */
function unscheduled(message: string): string {
  const [, nodes, reasons] = /^0\/(\d+) nodes are available: (.+?)(?:\. |\.?$)/.exec(message) ?? [];
  if (nodes === undefined) return sentence(message || 'No node takes it');
  return `None of ${count(Number(nodes), 'node')} takes it: ${reasons}.`;
}

/** Why a Pod is not well, in a sentence. */
export function causeSays(cause: PodCause): readonly Prose[] {
  switch (cause.cause) {
    case 'unschedulable':
      return say`${unscheduled(cause.says)}`;
    case 'crash-loop': {
      const { container, restarts, lastEnd } = cause;
      const after = restarts === 0 ? '' : ` after ${count(restarts, 'restart')}`;
      const last = lastEnd === undefined ? '' : `; last ended with ${endText(lastEnd)}`;
      return say`Container ${code(container)} waits in CrashLoopBackOff${after}${last}.`;
    }
    case 'image-pull': {
      const { container, value, image, says } = cause;
      return say`Container ${code(container)} waits in ${value}: cannot pull ${code(image)}${pullCause(says)}.`;
    }
    case 'waiting': {
      const { container, reason, says } = cause;
      const why = says === '' ? '.' : `: ${says.replace(/\.$/, '')}.`;
      return say`Container ${code(container)} waits in ${reason}${why}`;
    }
    case 'ended':
      return say`Container ${code(cause.container)} ended with ${endText(cause.end)}.`;
    case 'unready':
      return say`Container ${code(cause.container)} runs, but is not ready.`;
    case 'message':
      return say`${sentence(cause.says)}`;
  }
}
