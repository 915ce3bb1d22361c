import { UserError } from '#user-error.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type Command, type ExitStatus, helpText } from './command.ts';

/** Every subcommand, imported only when it is run: the Kubernetes client alone costs half a second. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  snapshot: () => import('./snapshot.ts'),
  import: () => import('./import.ts'),
  list: () => import('./list.ts'),
  build: () => import('./build.ts'),
  diff: () => import('./diff.ts'),
  check: () => import('./check.ts'),
  preview: () => import('./preview.ts'),
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
    console.log(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    throw new UserError(`There is no command "${name}".`, {
      hint: `Commands: ${Object.keys(commands).join(', ')}. More: clusterbook --help.`,
    });
  }
  const { command } = await load();
  if (args.includes('--help')) {
    process.stdout.write(helpText(command));
    return 0;
  }
  return command.run(args);
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { command } = await load();
      return `  ${name.padEnd(10)} ${command.summary}`;
    }),
  );
  return `Clusterbook turns a Kubernetes cluster into a book about itself.\n\n${lines.join('\n')}\n\nclusterbook <command> --help shows its flags.`;
}
