import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { UserError } from '#user-error.ts';
import { type Cluster, type Context, loadClientNode, type User } from './client-node.ts';
import { ExecPlugin } from './exec-plugin.ts';

/** The entries of one kubeconfig file. */
export interface KubeconfigFile {
  readonly clusters: readonly Cluster[];
  readonly contexts: readonly Context[];
  readonly users: readonly KubeconfigUser[];
  readonly currentContext: string | undefined;
}

/** A user, with what the client library does not read of one. */
export interface KubeconfigUser {
  readonly user: User;
  readonly plugin: ExecPlugin | undefined;
  /** Headers that ask the server to take this user for another. */
  readonly impersonation: Readonly<Record<string, string | string[]>>;
}

const strings = z.array(z.string()).nullish();

const OwnUser = z.object({
  tokenFile: z.string().nullish(),
  exec: ExecPlugin.nullish(),
  as: z.string().nullish(),
  'as-uid': z.string().nullish(),
  'as-groups': strings,
  'as-user-extra': z.record(z.string(), z.array(z.string())).nullish(),
});

const OwnUsers = z.object({
  users: z.array(z.object({ name: z.string(), user: OwnUser.nullish() })).nullish(),
});

/**
 * Reads a kubeconfig file. Paths in it count from its folder.
 *
 * @throws {UserError} When it is none.
 */
export async function readKubeconfigFile(file: string): Promise<KubeconfigFile> {
  const { KubeConfig } = await loadClientNode();
  const config = new KubeConfig();
  try {
    const content: unknown = parse(readFileSync(file, 'utf8'), { merge: true });
    // JSON is YAML.
    config.loadFromString(JSON.stringify(content));
    config.makePathsAbsolute(dirname(file));
    const { users } = OwnUsers.parse(content);
    const own = new Map(users?.map(({ name, user }) => [name, user ?? {}]));
    return {
      clusters: config.clusters,
      contexts: config.contexts,
      users: config.users.map((user) => userOf(user, own.get(user.name) ?? {}, dirname(file))),
      currentContext: config.currentContext || undefined,
    };
  } catch (cause) {
    throw new UserError(`${file} is not a kubeconfig: ${faultOf(cause)}.`, {
      hint: 'Check it with kubectl config view, or name another with --kubeconfig.',
    });
  }
}

/** What is wrong with a file; never a quote of it, as the message of a YAML error is: it holds credentials. */
function faultOf(error: unknown): string {
  if (error instanceof YAMLParseError) {
    const [start] = error.linePos ?? [];
    return `YAML does not parse${start === undefined ? '' : ` at line ${start.line}`}`;
  }
  if (error instanceof z.ZodError)
    return `${error.issues[0]?.path.join('.')} is not what it should be`;
  if (error instanceof TypeError) return 'it is empty or no map';
  return error instanceof Error ? error.message : String(error);
}

function userOf(
  given: User,
  own: Partial<z.infer<typeof OwnUser>>,
  folder: string,
): KubeconfigUser {
  const { tokenFile, exec } = own;
  const { token: _, ...user } = given;
  return {
    user: tokenFile ? { ...user, authProvider: fileProvider(resolve(folder, tokenFile)) } : given,
    plugin: exec ? { ...exec, command: commandIn(folder, exec.command) } : undefined,
    impersonation: impersonationOf(own),
  };
}

/** How the client library wants to be told of a token that it shall read from a file. */
export function fileProvider(tokenFile: string): NonNullable<User['authProvider']> {
  return { name: 'tokenFile', config: { tokenFile } };
}

/** As for kubectl, a command with a slash counts from the file's folder; others are looked for in `PATH`. */
function commandIn(folder: string, command: string): string {
  return /[/\\]/.test(command) ? resolve(folder, command) : command;
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation */
function impersonationOf(own: Partial<z.infer<typeof OwnUser>>): KubeconfigUser['impersonation'] {
  const extra = Object.entries(own['as-user-extra'] ?? {}).map(
    ([key, values]) => [`impersonate-extra-${encodeURIComponent(key)}`, values] as const,
  );
  return {
    ...(own.as ? { 'impersonate-user': own.as } : {}),
    ...(own['as-uid'] ? { 'impersonate-uid': own['as-uid'] } : {}),
    ...(own['as-groups']?.length ? { 'impersonate-group': own['as-groups'] } : {}),
    ...Object.fromEntries(extra),
  };
}
