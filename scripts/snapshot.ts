import type { ResourceChoice, SecretChoice } from '#cluster/choice.ts';
import type { Kubeconfig } from '#cluster/kubeconfig.ts';
import { readConfig } from '#site/settings.ts';
import { UserError } from '#user-error.ts';
import { defineCommand } from './command.ts';
import { digestWith } from './digest-key.ts';
import { takeEach } from './take-each.ts';

/** Reads live clusters into snapshots. */
export const command = defineCommand({
  usage: `clusterbook snapshot

Reads every resource that this user may list, and nothing else: no object is changed,
no value of a Secret is written. What could not be read is said and recorded.
Exit status: 0 done, 1 with --strict when something is missing, 2 could not do it.`,
  flags: {
    kubeconfig: { type: 'string', value: 'FILE', help: 'default: KUBECONFIG, ~/.kube/config' },
    context: { type: 'string', value: 'NAME', multiple: true, help: 'default: the current one' },
    'all-contexts': { type: 'boolean', help: 'every context of the kubeconfig' },
    name: { type: 'string', value: 'ID', help: 'id of the snapshot; default: the context' },
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    keep: { type: 'boolean', help: 'add the capture time to the id and keep older snapshots' },
    namespace: { type: 'string', value: 'GLOB', multiple: true, help: 'only these namespaces' },
    'exclude-namespace': {
      type: 'string',
      value: 'GLOB',
      multiple: true,
      help: 'not these namespaces',
    },
    resource: {
      type: 'string',
      value: 'GLOB',
      multiple: true,
      help: 'only these: pods, deployments.apps, *.cert-manager.io',
    },
    'exclude-resource': {
      type: 'string',
      value: 'GLOB',
      multiple: true,
      help: 'not these resources',
    },
    selector: { type: 'string', value: 'LABELS', help: 'only objects with labels: app=web' },
    'page-size': { type: 'string', value: 'N', default: '500', help: 'objects asked for at once' },
    concurrency: { type: 'string', value: 'N', default: '4', help: 'lists read at the same time' },
    'request-timeout': {
      type: 'string',
      value: 'TIME',
      default: '60s',
      help: 'time for one answer',
    },
    'include-events': { type: 'boolean', help: 'read Events, too' },
    secrets: {
      type: 'string',
      value: 'WHAT',
      default: 'keys',
      help: 'of Secrets read keys (values are redacted), metadata, or skip them',
    },
    'drop-managed-fields': { type: 'boolean', help: 'leave out who wrote which field' },
    'digest-key': {
      type: 'string',
      value: 'FILE',
      help: 'key for digests of secret values; default: CLUSTERBOOK_DIGEST_KEY',
    },
    strict: { type: 'boolean', help: 'exit 1 unless everything asked for could be read' },
    quiet: { type: 'boolean', help: 'print nothing but warnings' },
    json: { type: 'boolean', help: 'print a JSON line a resource' },
    'print-rbac': {
      type: 'boolean',
      help: 'print the least ClusterRoles that read everything, with Secrets and without, and read nothing',
    },
  },
  async run(values, positionals) {
    if (positionals.length > 0) {
      throw new UserError(`snapshot takes no arguments: ${positionals.join(' ')}.`, {
        hint: 'Name a context with --context. A dump is read with clusterbook import.',
      });
    }
    const cluster = {
      resources: values.resource ?? [],
      exclude: values['exclude-resource'] ?? [],
      includeEvents: values['include-events'] ?? false,
      secrets: secretChoice(values.secrets),
      namespaces: { only: values.namespace ?? [], exclude: values['exclude-namespace'] ?? [] },
      selector: values.selector,
      pageSize: positive(values['page-size'], '--page-size'),
      concurrency: positive(values.concurrency, '--concurrency'),
      dropManagedFields: values['drop-managed-fields'] ?? false,
    };
    const requestTimeout = milliseconds(values['request-timeout'], '--request-timeout');
    const { snapshots, name, keep = false } = values;
    const ownRules = (await readConfig('.')).redact;
    const redaction = { ownRules, digest: await digestWith(values['digest-key']) };
    // Late: the Kubernetes client alone costs half a second.
    const { loadKubeconfig } = await import('#cluster/kubeconfig.ts');
    const kubeconfig = await loadKubeconfig(values.kubeconfig);
    const contexts = contextsOf(kubeconfig, values);
    if (values['print-rbac']) {
      await printRoles(kubeconfig, contexts, { choice: cluster, requestTimeout });
      return 0;
    }
    const settings = { snapshots, name, keep, requestTimeout, cluster, redaction };
    return takeEach(kubeconfig, contexts, settings, values);
  },
});

interface RolesAsked {
  readonly choice: ResourceChoice;
  readonly requestTimeout: number;
}

async function printRoles(
  kubeconfig: Kubeconfig,
  [context = '', ...others]: readonly string[],
  { choice, requestTimeout }: RolesAsked,
): Promise<void> {
  if (others.length > 0) {
    throw new UserError('--print-rbac prints the roles for one cluster.', {
      hint: `Choose it with --context: ${[context, ...others].join(', ')}.`,
    });
  }
  const { leastRoles } = await import('./print-roles.ts');
  console.log(await leastRoles(kubeconfig.entry(context), choice, requestTimeout));
}

function contextsOf(
  { contexts, currentContext }: Kubeconfig,
  flags: {
    readonly context?: readonly string[] | undefined;
    readonly 'all-contexts'?: boolean | undefined;
    readonly name?: string | undefined;
  },
): readonly string[] {
  const named = [...new Set(flags.context ?? [currentContext ?? ''])];
  const chosen = flags['all-contexts'] ? contexts : named;
  if (flags['all-contexts'] && flags.context !== undefined) {
    throw new UserError('--context and --all-contexts exclude each other.', {
      hint: 'Leave one of them out.',
    });
  }
  if (chosen.length > 1 && flags.name !== undefined) {
    throw new UserError(`--name ${flags.name} cannot name ${chosen.length} snapshots.`, {
      hint: 'Leave it out: each gets the name of its context. Or read one context at a time.',
    });
  }
  if (chosen.length > 0 && chosen[0] !== '') return chosen;
  throw new UserError('The kubeconfig has no current context.', {
    hint: `Choose one with --context: ${contexts.join(', ') || 'it has none'}.`,
  });
}

function secretChoice(given: string): SecretChoice {
  const choices = ['keys', 'metadata', 'skip'] as const;
  const choice = choices.find((each) => each === given);
  if (choice !== undefined) return choice;
  throw new UserError(`--secrets takes no "${given}".`, {
    hint: `It takes ${choices.join(', ')}.`,
  });
}

function positive(given: string, flag: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UserError(`${flag} ${given} is no number from 1 on.`, { hint: `Write ${flag} 4.` });
}

function milliseconds(given: string, flag: string): number {
  const [, count, unit = 's'] = /^(\d{1,6})(ms|s|m)?$/.exec(given) ?? [];
  const ms = Number(count) * ({ ms: 1, s: 1000, m: 60_000 }[unit] ?? Number.NaN);
  if (ms > 0) return ms;
  throw new UserError(`${flag} ${given} is no time.`, { hint: `Write ${flag} 90s.` });
}
