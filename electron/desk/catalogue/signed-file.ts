import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

/** A public key whose signatures a hall believes. */
export interface TrustedKey {
  readonly name: string;
  /** Ed25519, the 32 raw bytes in base64. */
  readonly key: string;
}

/** A file with its signature inside; `payload` is the signed file, letter by letter. */
const Envelope = z.strictObject({
  schema: z.literal('one-window/signed@1'),
  payload: z.string().min(1),
  /** Ed25519 over the UTF-8 bytes of the payload, base64. */
  signature: z.string(),
});

export type SignedReading =
  | { readonly ok: true; readonly text: string; readonly signedBy: string | null }
  | { readonly ok: false; readonly refusal: 'not-signed' | 'wrong-signature' };

/**
 * The file without its envelope, and which key signed it. A signature may lie inside the file or beside it.
 *
 * @param detached the text of the signature beside the file, base64; null when there is none
 * @param unsigned whether a file without a signature is taken at all
 */
export function readSigned(
  text: string,
  detached: string | null,
  keys: readonly TrustedKey[],
  unsigned: boolean,
): SignedReading {
  const envelope = envelopeIn(text);
  const payload = envelope?.payload ?? text;
  const signature = envelope?.signature ?? detached?.trim() ?? null;
  if (signature === null) {
    return unsigned ? { ok: true, text, signedBy: null } : { ok: false, refusal: 'not-signed' };
  }
  // Nobody here can tell whether a signature is right when no key is known: the file counts as unsigned.
  if (keys.length === 0 && unsigned) return { ok: true, text: payload, signedBy: null };
  const signer = keys.find(({ key }) => isSignedBy(payload, signature, key));
  return signer
    ? { ok: true, text: payload, signedBy: signer.name }
    : { ok: false, refusal: 'wrong-signature' };
}

function envelopeIn(text: string): z.output<typeof Envelope> | null {
  // A catalogue may be a hundred megabytes: it is not read a second time to find out that it is no envelope.
  if (!text.slice(0, 200).includes('one-window/signed@')) return null;
  try {
    return Envelope.safeParse(JSON.parse(text)).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

function isSignedBy(payload: string, signature: string, key: string): boolean {
  const x = Buffer.from(key, 'base64').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(payload, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
}
