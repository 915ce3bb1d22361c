import type { Explained } from './explained.ts';

/**
 * What the plugins of CoreDNS do.
 *
 * @see https://coredns.io/plugins/
 */
const plugins: Readonly<Record<string, string>> = {
  errors: 'Writes errors to the log.',
  log: 'Writes every query to the log.',
  health: 'Answers on port 8080 while the process lives: the liveness probe of the pod asks here.',
  ready: 'Answers on port 8181 once every plugin is ready: the readiness probe asks here.',
  kubernetes:
    'Answers names of Services and pods from what it watches at the API server, and addresses from the reverse zones.',
  prometheus: 'Metrics for whoever collects them.',
  forward: 'Everything that is no name of this cluster goes to these servers.',
  proxy: 'Everything that is no name of this cluster goes to these servers.',
  cache: 'Keeps answers for at most so many seconds.',
  loop: 'Stops the process when it finds that it forwards to itself.',
  reload: 'Reads this file again when the ConfigMap changes, without a restart.',
  loadbalance: 'Shuffles the addresses of an answer, so that clients spread.',
  hosts: 'Answers from a list of hosts, as /etc/hosts does.',
  rewrite: 'Changes a query before it is answered.',
  template: 'Answers from a pattern.',
  file: 'Answers a zone from a file.',
  import: 'Reads further blocks from files, here from another ConfigMap.',
  autopath: 'Follows the search path of a pod on the server side.',
  bind: 'Listens on these addresses only.',
  any: 'Refuses queries of type ANY.',
};

const options: Readonly<Record<string, string>> = {
  lameduck: 'Still answers for so long after it was told to stop.',
  pods: 'Names made of pod addresses, such as 10-1-0-3.ns.pod.cluster.local.',
  fallthrough: 'Addresses it does not know in these zones go on to the next plugin.',
  ttl: 'Seconds a client may keep an answer.',
  max_concurrent: 'Queries that may wait for an upstream server at a time.',
  disable: 'Does not keep these answers.',
  prefetch: 'Asks again for popular names before they expire.',
  success: 'How many answers are kept, and for how long.',
  denial: 'How many answers "no such name" are kept, and for how long.',
  endpoint_pod_names: 'Pods behind a headless Service get names of their own.',
  force_tcp: 'Asks upstream over TCP only.',
  prefer_udp: 'Asks upstream over UDP first.',
  policy: 'How the next upstream server is chosen.',
};

const podModes: Readonly<Record<string, string>> = {
  insecure: 'Answers names made of an address without checking that such a pod exists.',
  verified: 'Answers names made of an address if such a pod exists in the namespace.',
  disabled: 'Does not answer names made of pod addresses.',
};

function explainServer(line: string): string | undefined {
  const zone = /^(\S+?):(\d+)\s*\{/.exec(line) ?? /^(\S+)\s*\{/.exec(line);
  if (zone === null) return undefined;
  const [, name = '', port = '53'] = zone;
  const names = name === '.' ? 'all names' : `names under ${name}`;
  return `One server block: ${names}, on port ${port}.`;
}

function explainLine(line: string, depth: number): string | undefined {
  const [word = '', second = ''] = line.split(/\s+/);
  if (depth === 0) return explainServer(line);
  if (depth === 1) return plugins[word];
  return word === 'pods' ? (podModes[second] ?? options[word]) : options[word];
}

/** A Corefile line by line; `note` is absent for closing braces and for what the catalogue does not know. */
export function explainCorefile(text: string): Explained[] {
  let depth = 0;
  return text
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => {
      const code = line.replace(/#.*$/, '').trim();
      if (code.startsWith('}')) depth = Math.max(0, depth - 1);
      const note = code === '' || code.startsWith('}') ? undefined : explainLine(code, depth);
      if (code.endsWith('{')) depth += 1;
      return { text: line, note };
    });
}
