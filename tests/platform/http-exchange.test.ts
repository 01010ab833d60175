import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type ExchangeLimits, HALL_LIMITS, openExchange } from '#desk/platform/http-exchange.ts';
import { parseHonestly } from '#desk/platform/honest-json.ts';

let server: Server;
let hits = 0;

const QUICK: ExchangeLimits = { ...HALL_LIMITS, connectMs: 200, wholeMs: 400 };

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

async function asking(answer: (response: ServerResponse) => void, path = '/') {
  hits = 0;
  server = createServer((_, response) => {
    hits += 1;
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const skews: number[] = [];
  const { exchange, close } = openExchange({
    certificateAuthority: null,
    limits: QUICK,
    nowMs: Date.now,
    onSkew: (skewMs) => skews.push(skewMs),
  });
  const got = await exchange({
    method: 'PUT',
    url: `http://127.0.0.1:${port}${path}`,
    headers: {},
    body: '{}',
  });
  await close();
  return { got, skews };
}

const json = (response: ServerResponse, text: string, headers: Record<string, string> = {}): void => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(text);
};

describe('an exchange', () => {
  it('keeps the hall’s limits: 5 seconds to connect, 30 for all of it, one mebibyte', () => {
    expect(HALL_LIMITS).toMatchObject({ connectMs: 5_000, wholeMs: 30_000, replyBytes: 1_048_576 });
    server = createServer().listen(0);
  });

  it('never follows a redirect, not even once', async () => {
    const { got } = await asking((response) => {
      response.writeHead(307, { location: '/again' });
      response.end();
    });
    expect(got).toMatchObject({ got: 'reply', status: 307 });
    expect(hits).toBe(1);
  });

  it('stops reading at its limit, and memory does not follow what a platform pours out', async () => {
    const before = process.memoryUsage().rss;
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const { got } = await asking((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write(piece)) continue;
        response.once('drain', more);
      };
      more();
    });
    expect(got).toEqual({ got: 'trouble', trouble: 'reply-too-large' });
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(50);
  });

  it('ends when its time is over, however alive the line seems', async () => {
    let timer: NodeJS.Timeout | undefined;
    const { got } = await asking((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      timer = setInterval(() => response.write(' '), 20);
    });
    clearInterval(timer);
    expect(got).toEqual({ got: 'trouble', trouble: 'slow-reply' });
  });

  it.each([
    ['a page', 'intercepted', 'text/html', '<html>'],
    ['a page that calls itself text', 'intercepted', 'text/plain', '<!doctype html>'],
    ['text', 'reply-unreadable', 'text/plain', 'ok'],
    ['half of a JSON', 'reply-unreadable', 'application/json', '{"a":'],
    ['nothing', 'reply-empty', 'application/json', ''],
    ['a hostile name', 'reply-hostile', 'application/json', '{"a":{"__proto__":{}}}'],
  ])('never takes %s for a yes', async (_, trouble, type, text) => {
    const { got } = await asking((response) => json(response, text, { 'content-type': type }));
    expect(got).toEqual({ got: 'trouble', trouble });
  });

  it('tells the platform’s clock from every reply that has one', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toUTCString();
    const { got, skews } = await asking((response) => json(response, '{"a":1}', { date: ahead }));
    expect(got).toMatchObject({ got: 'reply', status: 200, json: { a: 1 } });
    expect(Math.abs((skews[0] ?? 0) - 3_600_000)).toBeLessThan(2_000);
  });
});

describe('JSON of a stranger', () => {
  it('is read unless a name reaches into the language', () => {
    expect(parseHonestly('{"a":[1,null]}')).toEqual({ json: { a: [1, null] }, problem: null });
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(parseHonestly(`[{"x":{"${name}":1}}]`).problem).toBe('hostile');
    }
    expect(parseHonestly('nonsense').problem).toBe('not-json');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    server = createServer().listen(0);
  });
});
