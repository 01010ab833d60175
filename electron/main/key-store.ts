import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { safeStorage } from 'electron';

const ENVELOPE = 'desk.key.sealed';

/**
 * The database key, sealed by the operating system's own store.
 *
 * null means the desk keeps its own key file: there is no store on this machine (a Linux PC without a
 * keyring offers only `basic_text`, which protects nothing), or the home already has such a file.
 *
 * @source safety.md 0.10
 */
export function databaseKey(home: string): string | null {
  const sealed = path.join(home, ENVELOPE);
  const plainFile = path.join(home, 'desk.key');
  if (existsSync(sealed)) return safeStorage.decryptString(readFileSync(sealed));
  if (existsSync(plainFile) || !storeIsSafe()) return null;
  const keyHex = randomBytes(32).toString('hex');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(sealed, safeStorage.encryptString(keyHex), { mode: 0o600, flag: 'wx' });
  return keyHex;
}

function storeIsSafe(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
