import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { anEvent, openWindow, type ReportingWindow, until } from './reporting-window.ts';

const certificate = (name: string) => new URL(`certificates/${name}.pem`, import.meta.url).pathname;

let window: ReportingWindow;
let server: Server;
let asked = 0;

afterEach(async () => {
  await window.remove();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

async function listen(name: string): Promise<string> {
  asked = 0;
  const pem = readFileSync(certificate(name));
  server = createServer({ key: pem, cert: pem }, (_, response) => {
    asked += 1;
    response.writeHead(503, { 'content-type': 'application/json' });
    response.end('{"code":"busy","message":""}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `https://localhost:${port}`;
}

describe('a platform with a certificate', () => {
  it.each([
    ['that has ended', 'expired', 'certificate'],
    ['for another host', 'wrong-host', 'certificate'],
    ['that does not hold yet, so this clock is wrong', 'not-yet', 'clock-wrong'],
  ])('%s is never spoken to, and everything is paused', async (_, name, because) => {
    const url = await listen(name);
    window = openWindow({
      url,
      certificateAuthority: certificate('ca'),
      limits: { connectMs: 2_000, wholeMs: 3_000, replyBytes: 1_000, headBytes: 16_000 },
    });
    window.owe(anEvent(101));
    await until(
      () => window.view().line === 'certificate',
      () => `the certificate is refused; the line is ${window.view().line}`,
    );
    expect(window.view().debts[0]).toMatchObject({ state: 'paused', attempts: 0 });
    expect(window.log.map(({ fields }) => fields.word)).toContain(because);
    expect(asked, 'not one request was made').toBe(0);
  });

  it('of an authority this hall does not know is never spoken to', async () => {
    const url = await listen('good');
    window = openWindow({
      url,
      limits: { connectMs: 2_000, wholeMs: 3_000, replyBytes: 1_000, headBytes: 16_000 },
    });
    await until(
      () => window.view().line === 'certificate',
      () => 'the certificate is refused',
    );
    expect(asked).toBe(0);
  });

  it('(control) of the hall’s own authority is spoken to', async () => {
    const url = await listen('good');
    window = openWindow({
      url,
      certificateAuthority: certificate('ca'),
      limits: { connectMs: 2_000, wholeMs: 3_000, replyBytes: 1_000, headBytes: 16_000 },
    });
    await until(
      () => asked > 0,
      () => 'a request arrives',
    );
    expect(window.view().line).not.toBe('certificate');
  });
});
