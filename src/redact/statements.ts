import { secretKeyWord } from './key-words.ts';
import { redactKeyed } from './keyed-value.ts';
import type { Mark } from './marker.ts';
import type { RuleId } from './rules.ts';

interface Statement {
  readonly rule: RuleId;
  /** The group `secret` is the value; where there is a group `name`, it must be a secret-looking one. */
  readonly pattern: RegExp;
}

const word = String.raw`(?:‹redacted [^›]{1,160}›|[^\s"']){1,256}`;
const value = String.raw`["']?(?<secret>(?:‹redacted [^›]{1,160}›|[^\s"';]){1,500})`;
const quotedValue = String.raw`(?:'(?<secret>[^'\n]{1,500})'|"(?<other>[^"\n]{1,500})")`;

function statement(rule: RuleId, source: string, flags = 'g'): Statement {
  return { rule, pattern: new RegExp(source, flags) };
}

/** Configuration and SQL that put a secret behind a word and a space, and nothing else. */
const configuration: readonly Statement[] = [
  statement(
    'password',
    String.raw`(?:^|\n)[ \t]*(?:requirepass|masterauth|bindpw|rootpw|olcRootPW:|insecure-password|auth_pass|sentinel[ \t]+auth-pass[ \t]+\S{1,64})[ \t]{1,8}${value}`,
    'gi',
  ),
  statement(
    'password',
    String.raw`\b(?:PASSWORD|IDENTIFIED[ \t]{1,4}BY)[ \t]{1,4}(?:TO[ \t]{1,4}|=[ \t]{0,4})?${quotedValue}`,
    'gi',
  ),
  statement(
    'password',
    String.raw`(?:\bmachine[ \t]{1,4}\S{1,128}\s{1,8}|(?:^|\n)[ \t]*)(?:login|account)[ \t]{1,4}\S{1,128}\s{1,8}password[ \t]{1,4}${value}`,
  ), // .netrc
  statement('password', String.raw`\bstats[ \t]{1,4}auth[ \t]{1,4}[^\s:]{1,64}:(?<secret>${word})`), // HAProxy
  statement(
    'password',
    String.raw`(?:^|\n)[ \t]*user[ \t]{1,4}\S{1,64}[^\n>]{0,128}[ \t]>(?<secret>${word})`,
  ), // Redis
  // nginx, Apache and shells of containers: `proxy_set_header X-Api-Key abc;`, `ENV TOKEN abc`
  statement(
    'token',
    String.raw`\b(?:(?:proxy|grpc)_set_header|more_set_(?:input_)?headers|add_header|(?:fastcgi|uwsgi|scgi)_param|RequestHeader[ \t]+set|SetEnv|setenv|set(?=[ \t]+\$)|config(?:ure)?[ \t]+set|ENV|ARG)[ \t]{1,8}["']?(?<name>\$?[\w-]{1,64})["']?:?[ \t]{1,8}(?:"(?<secret>[^"\n]{1,500})"|'(?<other>[^'\n]{1,500})'|(?<bare>[^\s;"'=][^\n;]{0,500}))`,
  ),
];

/** Programs whose short flag takes a password, in one word with it or as the next. */
const programs: readonly {
  readonly names: string;
  readonly flags: string;
  readonly glued: boolean;
}[] = [
  { names: 'redis-cli|valkey-cli|keydb-cli', flags: '-a|--pass', glued: false },
  {
    names: 'mysql|mysqladmin|mysqldump|mysqlsh|mariadb|mariadb-admin|mariadb-dump',
    flags: '-p',
    glued: true,
  },
  {
    names: 'mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport',
    flags: '-p',
    glued: false,
  },
  { names: 'sshpass', flags: '-p', glued: true },
  { names: 'sshpass|cypher-shell|influx|rabbitmqadmin|impala-shell', flags: '-p', glued: false },
  {
    names: 'ldapsearch|ldapmodify|ldapadd|ldapdelete|ldapwhoami|ldappasswd',
    flags: '-w|-s',
    glued: false,
  },
  {
    names:
      '(?:docker|podman|nerdctl|skopeo|buildah|oras|crane|az|oc|helm registry)[ \\t]{1,4}login',
    flags: '-p',
    glued: false,
  },
  { names: 'sqlcmd|bcp', flags: '-P', glued: false },
];

// Between the words of a command line, also where they stand in a list: `["redis-cli", "-a"`, `- redis-cli\n- -a`.
const gap = String.raw`(?:[ \t"',]{1,8}|["']?\s{0,8}\n[ \t]{0,80}-[ \t]{1,4}["']?)`;
const anyWords = String.raw`(?:[^\n|;&]|\n[ \t]{0,80}-[ \t]){0,200}?`;

const commands: readonly Statement[] = [
  ...programs.map(({ names, flags, glued }) =>
    statement(
      'password',
      String.raw`\b(?:${names})\b${anyWords}${gap}(?:${flags})${glued ? '' : gap}${value}`,
    ),
  ),
  statement(
    'password',
    String.raw`\b(?:curl|wget|http|restic)\b${anyWords}${gap}(?:-u|--user|--proxy-user|-U)(?:=|${gap})?["']?[^\s:"']{1,128}:(?!//)(?<secret>${word})`,
  ),
  statement('secret', String.raw`--from-literal[= \t]["']?[\w.-]{1,128}=${value}`),
  statement('password', String.raw`\b(?:pass(?:in|out)?)[ \t]{1,4}pass:${value}`),
  statement(
    'password',
    String.raw`\becho[ \t]{1,4}["']?[\w-]{1,64}:(?<secret>${word})["']?[ \t]{0,4}\|[ \t]{0,4}chpasswd`,
  ),
];

const hint =
  /requirepass|masterauth|bindpw|rootpw|insecure-password|auth.pass|PASSWORD|IDENTIFIED|password|login|stats|user|_header|_set_|_param|SetEnv|setenv|\bset\b|RequestHeader|ENV|ARG|-cli|mysql|maria|mongo|sshpass|ldap|sqlcmd|bcp|curl|wget|restic|cypher|influx|rabbitmqadmin|impala|chpasswd|config|--from-literal|pass:/i;

/** The text with the secrets of configuration statements and command lines masked. */
export function redactStatements(text: string, mark: Mark): string {
  if (!/\s/.test(text) || !hint.test(text)) return text;
  let result = text;
  for (const each of configuration) result = applied(each, result, mark);
  for (const each of commands) result = applied(each, result, mark);
  return result;
}

function applied({ rule, pattern }: Statement, text: string, mark: Mark): string {
  return text.replace(pattern, (...args: readonly unknown[]) => {
    const match = String(args[0]);
    const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
    const secret = groups['secret'] ?? groups['other'] ?? groups['bare'] ?? '';
    const name = groups['name'];
    const word =
      name === undefined ? ({ rule, strength: 'password' } as const) : secretKeyWord(name);
    if (word === undefined) return match;
    const at = match.lastIndexOf(secret);
    return match.slice(0, at) + redactKeyed(secret, word, mark) + match.slice(at + secret.length);
  });
}

const knownPrograms = new RegExp(
  `(?:^|/)(?:${programs.map(({ names }) => names.replace(/\[ .*$/, '')).join('|')}|curl|wget|restic)$`,
);

/**
 * A command line written as a list of words, with its secrets masked: `['redis-cli', '-a', …]`. The same list where there is
 * nothing to mask.
 */
export function redactCommand(command: readonly string[], mark: Mark): readonly string[] {
  const [program = ''] = command;
  if (!knownPrograms.test(program)) return command;
  const start = /\blogin\b/.test(command.slice(1, 4).join(' ')) ? `${program} login` : program;
  const redacted = command.map((word, i) => {
    const before = i < 2 ? start : `${start} ${command[i - 1]}`;
    return i === 0 ? word : redactWord(before, word, mark);
  });
  return redacted.some((word, i) => word !== command[i]) ? redacted : command;
}

function redactWord(before: string, word: string, mark: Mark): string {
  const line = `${before} ${word.replaceAll(/[\s"';]/g, '_')}`;
  const redacted = redactStatements(line, (_rule, value) => '\0'.repeat(value.length));
  const kept = redacted.indexOf('\0') - before.length - 1;
  return kept < 0 || redacted === line
    ? word
    : word.slice(0, kept) + mark('password', word.slice(kept));
}
