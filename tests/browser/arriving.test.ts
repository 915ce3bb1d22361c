/** A page that comes in pieces, as over a slow line: what is painted already stays where it is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { servedSite } from './served-site.ts';

const path = '/synthetic/kinds/pods/';
const { open, address } = servedSite('large');

/** Serves the list of Pods piece by piece, each when it is asked for, and all else as `preview` does. */
async function inPieces(pieces: readonly string[]) {
  const asked = pieces.map(() => Promise.withResolvers<void>());
  const server = createServer(async (request, response) => {
    if (request.url !== path) {
      const { status, headers, body } = await fetch(address(request.url ?? ''));
      response.writeHead(status, { 'content-type': headers.get('content-type') ?? 'text/plain' });
      for await (const part of body ?? []) response.write(part);
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    for (const [i, piece] of pieces.entries()) {
      await asked[i]?.promise;
      response.write(piece);
    }
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    send: (piece: number) => asked[piece]?.resolve(),
  };
}

const columns = (page: Page) =>
  page
    .locator('table.kubectl thead th')
    .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));

test('the columns of a list do not move because a row has not come to its end', async () => {
  const html = await (await fetch(address(path))).text();
  // The head and 40 rows, the last of them with its last cell and without its end.
  const begun = html.split('</tr>').slice(0, 41).join('</tr>').length;
  const nextRow = html.indexOf('</td>', begun);
  const pieces = await inPieces([
    html.slice(0, begun),
    html.slice(begun, nextRow),
    html.slice(nextRow),
  ]);
  const { page, close } = await open('/');
  const loaded = page.goto(pieces.url);
  const body = page.locator('table.kubectl tbody tr');

  pieces.send(0);
  await body.nth(39).locator('td').nth(5).waitFor({ state: 'attached' });
  const unfinished = await columns(page);
  pieces.send(1);
  await body.nth(40).waitFor({ state: 'attached' });
  expect(await columns(page)).toEqual(unfinished);

  pieces.send(2);
  await loaded;
  await close();
});
