import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';

const pair = generateKeyPairSync('ed25519');
/** A key of nobody, made anew for each run. */
export const KEY = { name: '省目录', key: rawKey(pair.publicKey) };

function rawKey(key: KeyObject): string {
  return Buffer.from(
    z.object({ x: z.string() }).parse(key.export({ format: 'jwk' })).x,
    'base64url',
  ).toString('base64');
}
/** Ed25519 over the text, base64. */
export function signatureOf(text: string, key: KeyObject = pair.privateKey): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
}
/** The text with its signature, as one-window/signed@1. */
export function envelopeOf(text: string, signature = signatureOf(text)): string {
  return JSON.stringify({ schema: 'one-window/signed@1', payload: text, signature });
}
