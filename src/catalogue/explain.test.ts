import { expect, test } from 'vitest';
import { explainText, keyMeaning, knownConfigMap } from './config-maps.ts';
import { explainFlags, parseFlags } from './flags/command-line.ts';
import { kubeletConfigName, minorOf } from './versions.ts';

test('a Corefile is explained line by line', () => {
  const text = `.:53 {
    errors
    kubernetes cluster.local {
       pods insecure
       fallthrough
    }
    # a comment
    mystery x
}
`;
  expect(explainText('coredns', 'Corefile', text, 36).map(({ note }) => note)).toEqual([
    'One server block: all names, on port 53.',
    'Writes errors to the log.',
    expect.stringContaining('Answers names of Services and pods'),
    expect.stringContaining('without checking that such a pod exists'),
    expect.stringContaining('go on to the next plugin'),
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a settings file keeps its lines and explains the known ones by their path', () => {
  const text = 'mode: ""\nconntrack:\n  maxPerCore: null\n  mode: x\n';
  expect(explainText('kube-proxy', 'config.conf', text, 36)).toEqual([
    { text: 'mode: ""', note: 'How Services reach the kernel. Empty means iptables on Linux.' },
    { text: 'conntrack:', note: undefined },
    {
      text: '  maxPerCore: null',
      note: 'Connections the kernel may track, per CPU. It is not set: the default is `32768`.',
      unset: 'conntrack.maxPerCore: null',
    },
    { text: '  mode: x', note: undefined },
  ]);
});

test('the kubelet ConfigMap is known under its old name too', () => {
  expect(knownConfigMap('kubelet-config-1.19')).toBe(knownConfigMap('kubelet-config'));
  expect(kubeletConfigName(19)).toBe('kubelet-config-1.19');
  expect(kubeletConfigName(36)).toBe('kubelet-config');
});

test('a key may end in anything', () => {
  const known = knownConfigMap('cluster-info');
  expect(known && keyMeaning(known, 'jws-kubeconfig-abcdef')).toContain('signature');
});

test('a name from Object.prototype is no known ConfigMap', () => {
  expect(knownConfigMap('constructor')).toBeUndefined();
});

test('flags are read in all their forms', () => {
  expect(parseFlags(['etcd', '--name=a', '--data-dir', '/x', '--debug', '-conf', '/y'])).toEqual([
    { name: 'name', value: 'a' },
    { name: 'data-dir', value: '/x' },
    { name: 'debug', value: '' },
    { name: 'conf', value: '/y' },
  ]);
});

test('a script for a shell has no flags', () => {
  expect(parseFlags(['/bin/sh', '-ec', 'exec etcd --name=a'])).toEqual([]);
});

test('every flag appears once, the unknown ones last', () => {
  const given = parseFlags(['--name=a', '--client-cert-auth=true', '--strange=1']);
  expect(
    explainFlags('etcd', given, 36).map(({ title, flags }) => [
      title,
      flags.map(({ name }) => name),
    ]),
  ).toEqual([
    ['Who may connect', ['client-cert-auth']],
    ['Its neighbours', ['name']],
    ['Others', ['strange']],
  ]);
});

test('what a flag means can depend on its value', () => {
  const [group] = explainFlags('etcd', [{ name: 'client-cert-auth', value: 'true' }], 36);
  expect(group?.flags[0]?.meaning).toBe(
    'A client without a valid certificate is refused. The default is `false`.',
  );
});

test('a setting says whether it departs from its default', () => {
  const text = 'cgroupDriver: systemd\nhealthzPort: 10248\nmaxPods: 0\n';
  expect(explainText('kubelet-config', 'kubelet', text, 36).map(({ note }) => note)).toEqual([
    expect.stringMatching(/The default is `cgroupfs`\.$/),
    expect.stringMatching(/That is the default\.$/),
    'Most pods a node takes. It is not set: the default is `110`.',
  ]);
});

test('a default can depend on the version, and a time be written in two ways', () => {
  const noteOf = (text: string, minor: number) =>
    explainText('kubelet-config', 'kubelet', text, minor)[0]?.note;
  expect(noteOf('kubeAPIQPS: 50', 27)).toMatch(/That is the default\.$/);
  expect(noteOf('kubeAPIQPS: 50', 26)).toMatch(/The default is `5`\.$/);
  expect(noteOf('runtimeRequestTimeout: 120s', 36)).toMatch(/That is the default\.$/);
});

test.each([
  ['kubelet-config', 'kubelet', 'evictionHard:\n  imagefs.available: 0%', '15%'],
  ['kube-proxy', 'config.conf', 'conntrack:\n  min: 0', '131072'],
  ['kube-proxy-config', 'config', 'conntrack:\n  min: 65536', '131072'],
])('%s: a setting inside a block is known by its path', (name, key, text, standard) => {
  const note = explainText(name, key, text, 31)[1]?.note;
  expect(note).toContain(`default is \`${standard}\``);
});

test('a version is known by its minor number', () => {
  expect(['v1.36.1-eks-3cf9a1b', '1.9', 'v2.0', undefined].map(minorOf)).toEqual([
    36,
    9,
    undefined,
    undefined,
  ]);
});
