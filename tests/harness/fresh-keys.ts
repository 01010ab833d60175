import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Between {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Takes away what makes a sending safe to repeat: stands between a desk and its platform and gives every sending a
 * new idempotency key. The receipt gets the desk's own key back, so that the desk notices nothing.
 */
export async function freshKeys(platformUrl: string): Promise<Between> {
  const server = createServer((incoming, outgoing) => {
    incoming.on('error', () => outgoing.destroy());
    void passOn(incoming, outgoing, platformUrl).catch(() => {
      // The platform cut the line: so does this.
      incoming.socket.destroy();
    });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => void server.close(() => closed()));
    },
  };
}

async function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  platformUrl: string,
): Promise<void> {
  const body = await buffer(incoming);
  const own = incoming.headers['idempotency-key'];
  const fresh = typeof own === 'string' ? randomUUID() : null;
  const reply = await new Promise<IncomingMessage>((answered, failed) => {
    const sent = request(new URL(incoming.url ?? '/', platformUrl), {
      method: incoming.method ?? 'GET',
      headers: { ...incoming.headers, ...(fresh === null ? {} : { 'idempotency-key': fresh }) },
      agent: false,
    });
    sent.once('response', answered);
    sent.once('error', failed);
    sent.end(body);
  });
  const text = (await buffer(reply)).toString('utf8');
  const mended = fresh === null || typeof own !== 'string' ? text : text.replaceAll(fresh, own);
  const { 'content-length': _, 'transfer-encoding': __, ...headers } = reply.headers;
  outgoing.writeHead(reply.statusCode ?? 502, { ...headers, 'content-length': Buffer.byteLength(mended) });
  outgoing.end(mended);
}
