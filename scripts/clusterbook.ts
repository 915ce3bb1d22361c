import { UserError } from '#user-error.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type Command, type ExitStatus, helpText } from './command.ts';

interface Subcommand {
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Every subcommand, imported only when it is asked for: the Kubernetes client alone costs half a second. */
const commands: Readonly<Record<string, Subcommand>> = {
  snapshot: {
    summary: 'read a live cluster into a snapshot',
    load: () => import('./snapshot.ts'),
  },
  import: {
    summary: 'turn any dump of a cluster into a snapshot',
    load: () => import('./import.ts'),
  },
  list: {
    summary: 'list the snapshots there are, with age, version, objects and coverage',
    load: () => import('./list.ts'),
  },
  build: {
    summary: 'render the snapshots as a static site',
    load: () => import('./build.ts'),
  },
  diff: {
    summary: 'compare two snapshots: what really differs',
    load: () => import('./diff.ts'),
  },
  describe: {
    summary: 'print objects of a snapshot as kubectl describe does',
    load: () => import('./describe.ts'),
  },
  check: {
    summary: 'lint the documentation against the snapshots',
    load: () => import('./check.ts'),
  },
  preview: {
    summary: 'serve the built site to this machine',
    load: () => import('./preview.ts'),
  },
};

/** Runs one command line, without `node` and the script. Never throws for what a user can cause. */
export async function main(args: readonly string[]): Promise<ExitStatus> {
  try {
    return await dispatch(args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`clusterbook: ${error.message}`);
    if (error.hint !== undefined) console.error(error.hint);
    return 2;
  }
}

async function dispatch([name, ...args]: readonly string[]): Promise<ExitStatus> {
  if (name === '--version') {
    console.log(packageJson.version);
    return 0;
  }
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const subcommand = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (subcommand === undefined) {
    throw new UserError(`There is no command "${name}".`, {
      hint: `Commands: ${Object.keys(commands).join(', ')}. More: clusterbook --help.`,
    });
  }
  const { command } = await subcommand.load();
  if (args.includes('--help')) {
    process.stdout.write(helpText(subcommand.summary, command));
    return 0;
  }
  return command.run(args);
}

function overview(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`,
  );
  return `Clusterbook turns a Kubernetes cluster into a book about itself.\n\n${lines.join('\n')}\n\nclusterbook <command> --help shows its flags.`;
}
