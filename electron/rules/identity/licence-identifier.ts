import { mod3736CheckCharacter } from './mod-37-36.ts';

const ROOT = '1.2.156.3005.2';

export interface LicenceIdentifier {
  readonly identifier: string;
  readonly type: string;
  readonly issuer: string;
  readonly serial: string;
  readonly version: string;
  /** In the field a wrong check character is a warning: published examples have one. */
  readonly checkHolds: boolean;
}

/**
 * Reads the identifier of an electronic licence (电子证照标识), or null when the text is none.
 * Type 21 characters, issuer and serial of varying length, version of three digits, one check character.
 *
 * @source GB/T 36904-2018; devices.md 2.3
 */
export function readLicenceIdentifier(text: string): LicenceIdentifier | null {
  const identifier = text.normalize('NFKC').trim().toUpperCase();
  if (!identifier.startsWith(`${ROOT}.`)) return null;
  const shape = /^([0-9A-Z]{21})\.([0-9A-Z]{1,18})\.([0-9A-Z]{1,32})\.([0-9]{3})\.([0-9A-Z])$/;
  const [, type, issuer, serial, version, check] = shape.exec(identifier.slice(ROOT.length + 1)) ?? [];
  if (!type || !issuer || !serial || !version) return null;
  const checkHolds = mod3736CheckCharacter(type + issuer + serial + version) === check;
  return { identifier, type, issuer, serial, version, checkHolds };
}
