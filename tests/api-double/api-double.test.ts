import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { type ApiDouble, type DoubleOptions, startApiDouble, token } from './api-double.ts';
import { clusterOf } from './cluster.ts';
import { tlsFile } from './server.ts';

const cluster = await clusterOf('snapshots/docker-desktop');

async function serving(options: DoubleOptions): Promise<ApiDouble> {
  const double = await startApiDouble(cluster, { secure: true, http2: true, ...options });
  onTestFinished(() => double.close());
  return double;
}

interface Client {
  readonly allowH2: boolean;
  readonly certificate?: boolean;
}

/** A client that trusts the double; it speaks HTTP/2 where it may. */
function agentOf({ allowH2, certificate = false }: Client): Agent {
  const file = (name: string) => readFileSync(tlsFile(name));
  const own = certificate ? { cert: file('client.crt'), key: file('client.key') } : {};
  const agent = new Agent({ allowH2, connect: { ca: file('ca.crt'), ...own } });
  onTestFinished(() => agent.destroy());
  return agent;
}

const bearer = { authorization: `Bearer ${token}` };

test.each([
  ['2.0', true],
  ['1.1', false],
])(
  'the double speaks HTTP/%s, to a token and to a client certificate',
  async (version, allowH2) => {
    const double = await serving({});
    const url = `${double.url}/version`;
    const answers = [
      await request(url, { dispatcher: agentOf({ allowH2 }), headers: bearer }),
      await request(url, { dispatcher: agentOf({ allowH2, certificate: true }) }),
      await request(url, { dispatcher: agentOf({ allowH2 }) }),
    ];
    await Promise.all(answers.map(({ body }) => body.dump()));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 401]);
    expect(new Set(double.requests.map(({ httpVersion }) => httpVersion))).toEqual(
      new Set([version]),
    );
  },
);

test.each([
  ['HTTP/2', true],
  ['HTTP/1.1', false],
])('over %s a reset breaks one request and the next goes well', async (_, allowH2) => {
  const at = /configmaps/;
  const double = await serving({
    faults: [
      { at, times: 1, answer: 'reset' },
      { at, times: 1, answer: 'reset-in-body' },
    ],
  });
  const dispatcher = agentOf({ allowH2 });
  const read = async () => {
    const { body } = await request(`${double.url}/api/v1/configmaps`, {
      dispatcher,
      headers: bearer,
    });
    return body.json();
  };
  await expect(read()).rejects.toThrow();
  await expect(read()).rejects.toThrow();
  expect(await read()).toMatchObject({ kind: 'ConfigMapList' });
});
