import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { frameEvent } from '#desk/platform/adapters/frame-event.ts';
import type { Province, Sending } from '#desk/platform/province.ts';

const Session = z.object({ token: z.string() });
const Receipt = z.object({ project_no: z.string(), platform_receipt: z.string() });

/**
 * A careless client, to prove that the tests see what carelessness does. It believes every 2xx, and with
 * `freshKeys` it makes a new key for every sending.
 */
export function naiveProvince(url: string, { freshKeys }: { readonly freshKeys: boolean }): Province {
  let token = '';
  const unknown = { answer: 'unknown', why: 'line-cut', afterMs: null } as const;
  const send = async (sending: Sending) => {
    const key = freshKeys ? randomUUID() : sending.key;
    const reply = await fetch(`${url}/v1/cases/${sending.caseId}/events/${sending.step}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        'body-hash': sending.body.hash,
      },
      body: sending.body.text,
      signal: AbortSignal.timeout(300),
    });
    if (!reply.ok) return unknown;
    const { project_no, platform_receipt } = Receipt.parse(await reply.json());
    return { answer: 'acknowledged', officialNumber: project_no, platformReceipt: platform_receipt } as const;
  };
  return {
    frame: frameEvent,
    knock: async () => {
      const reply = await fetch(`${url}/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'a', secret: 'b', site: '990101', window: 3 }),
      });
      ({ token } = Session.parse(await reply.json()));
      return { answer: 'open' };
    },
    sendEvent: async (sending) => send(sending).catch(() => unknown),
    findEvent: async (sending) => send(sending).catch(() => unknown),
    leaseNumbers: async () => unknown,
    pullCatalogue: async () => unknown,
    listQueries: async () => unknown,
    pullPackagePiece: async () => unknown,
    tellPackageOutcome: async () => unknown,
    queryLicence: async () => unknown,
    querySharedData: async () => unknown,
    checkNetworkIdentity: async () => unknown,
    askExpert: async () => unknown,
    close: async () => {},
  };
}
