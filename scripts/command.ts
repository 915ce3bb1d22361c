import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '#user-error.ts';

/** 0: done, or the same. 1: the answer is "there are differences" or "findings". 2: could not do the work. */
export type ExitStatus = 0 | 1 | 2;

type Options = NonNullable<ParseArgsConfig['options']>;

/** One flag, for `--help` and for the parser. */
export type Flag = Options[string] & {
  /** Word for the value in `--help`: `DIR`. */
  readonly value?: string;
  readonly help: string;
};

export type Flags = Readonly<Record<string, Flag>>;

type Parsed<F extends Flags> = ReturnType<
  typeof parseArgs<{
    options: { -readonly [K in keyof F]: F[K] };
    allowPositionals: true;
    strict: true;
  }>
>;

/** A subcommand: how it is called, its flags, and what it does. */
export interface Command {
  /** `clusterbook <name> --help`, without the flags. */
  readonly usage: string;
  readonly flags: Flags;
  run(args: readonly string[]): Promise<ExitStatus>;
}

/**
 * A command whose `run` gets its flags parsed and typed.
 *
 * @throws {UserError} From `run`, when a flag is unknown or lacks its value.
 */
export function defineCommand<const F extends Flags>(definition: {
  readonly usage: string;
  readonly flags: F;
  readonly run: (
    values: Parsed<F>['values'],
    positionals: readonly string[],
  ) => Promise<ExitStatus>;
}): Command {
  return {
    ...definition,
    async run(args) {
      const { values, positionals } = parse(definition.flags, args, definition.usage);
      return definition.run(values as Parsed<F>['values'], positionals);
    },
  };
}

function parse(flags: Flags, args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...flags },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UserError(error.message.replace(/ To specify .*/s, ''), {
      hint: `Usage: ${usage.split('\n')[0]}. All flags: --help.`,
    });
  }
}

/** The text of `clusterbook <name> --help`; `summary` is one line. */
export function helpText(summary: string, command: Command): string {
  const lines = Object.entries(command.flags).map(([name, flag]) => {
    const left = `  --${name}${flag.type === 'string' ? ` ${flag.value ?? 'VALUE'}` : ''}`;
    const repeat = flag.multiple ? ' (repeatable)' : '';
    return `${left.padEnd(28)} ${flag.help}${repeat}`;
  });
  const flags = lines.length > 0 ? `\n\nFlags:\n${lines.join('\n')}` : '';
  return `${summary}\n\nUsage: ${command.usage}${flags}\n`;
}
