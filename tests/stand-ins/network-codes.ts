import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What the code on a telephone stands for. Only the sandbox can read it: to everybody else it is opaque. */
export interface ShownIdentity {
  readonly name: string;
  readonly number: string;
  /** 01 … 06 and 1, 2 as the description has them. */
  readonly mode: string;
  readonly level: string;
  /** Whether the platform may tell whose it is, or only answer yes or no. */
  readonly tells: boolean;
  readonly untilMs: number;
}

const MARK = 'YCNET1.';
const KEY = createHash('sha256').update('a telephone that does not exist').digest();
const GOOD_FOR_MS = 60_000;

const LI = { name: '李春禾', number: '990101199205174023' };
const CHEN = { name: '陈知远', number: '990101198701283355' };

/** What the stand-in telephone can show. The form of the code is made up: no public document gives the real one. */
const SHOWN: Readonly<Record<string, Omit<ShownIdentity, 'untilMs'>>> = {
  'high-face': { ...LI, mode: '05', level: '2', tells: true },
  'high-certificate': { ...CHEN, mode: '04', level: '2', tells: true },
  'basic-certificate': { ...LI, mode: '04', level: '1', tells: true },
  'basic-name': { ...LI, mode: '01', level: '1', tells: false },
  expired: { ...LI, mode: '05', level: '2', tells: true },
};

const NAMES = Object.keys(SHOWN);

/**
 * A fresh code as the telephone makes it, good for a minute; `unknown` is one no platform gave out.
 *
 * @throws RangeError when the telephone shows no such thing
 */
export function networkCode(what: string, nowMs: number): string {
  if (what === 'unknown') return MARK + randomBytes(35).toString('base64url');
  const at = NAMES.indexOf(what);
  if (at === -1) throw new RangeError(`no such code: ${what}; there are ${NAMES.join(', ')}, unknown`);
  const untilMs = nowMs + (what === 'expired' ? -1 : GOOD_FOR_MS);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce);
  // Short, as a code must be that a telephone shows and a scanner sends byte after byte.
  const plain = Buffer.alloc(7);
  plain.writeUInt8(at);
  plain.writeUIntBE(untilMs, 1, 6);
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

/** What a code stands for, or null when no such one was ever given out. */
export function readNetworkCode(code: string): ShownIdentity | null {
  const bytes = Buffer.from(code.slice(MARK.length), 'base64url');
  if (!code.startsWith(MARK) || bytes.length !== 35) return null;
  const decipher = createDecipheriv('aes-256-gcm', KEY, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    const shown = SHOWN[NAMES[plain.readUInt8()] ?? ''];
    return shown ? { ...shown, untilMs: plain.readUIntBE(1, 6) } : null;
  } catch {
    // Not ours, or damaged on the way: there is no such code.
    return null;
  }
}
