type Block = Map<string, string | Block>;

/**
 * The configuration of CoreDNS: server blocks by zone, plugins by name, their options by name; what
 * follows a name on its line is `args` where a block opens. CoreDNS runs plugins in an order of its own,
 * so the order here says nothing. Nothing when the braces do not meet.
 *
 * @see https://coredns.io/manual/configuration/
 */
export function parseCorefile(text: string): unknown {
  const root: Block = new Map();
  const open: Block[] = [root];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const block = open.at(-1);
    if (block === undefined) return undefined;
    if (line === '}') open.pop();
    else addLine(open, block, line);
  }
  return open.length === 1 ? fieldsOf(root) : undefined;
}

function addLine(open: Block[], block: Block, line: string): void {
  const opens = line.endsWith('{');
  const [name = '', ...args] = (opens ? line.slice(0, -1) : line).trim().split(/\s+/);
  const isServer = open.length === 1;
  const [key, rest] = keyIn(block, name, args, isServer);
  if (!opens) {
    // One form for `cache 30` and for `cache 30 { … }`, so that they meet.
    const isPlugin = open.length === 2;
    block.set(key, isPlugin ? new Map([['args', rest]]) : rest);
    return;
  }
  const inner: Block = new Map(rest === '' ? [] : [['args', rest]]);
  block.set(key, inner);
  open.push(inner);
}

/** A name that stands twice (`disable success`, `disable denial`) takes its first argument along. */
function keyIn(
  block: Block,
  name: string,
  args: readonly string[],
  isServer: boolean,
): readonly [string, string] {
  if (isServer) return [[name, ...args].join(' '), ''];
  const repeats = ['disable', 'rewrite', 'template', 'hosts', 'import'].includes(name);
  if (!repeats && !block.has(name)) return [name, args.join(' ')];
  const [first = '', ...rest] = args;
  const named = `${name} ${first}`.trim();
  if (!block.has(named)) return [named, rest.join(' ')];
  return [`${named} #${block.size}`, rest.join(' ')];
}

function fieldsOf(block: Block): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...block].map(([key, value]) => [key, typeof value === 'string' ? value : fieldsOf(value)]),
  );
}
