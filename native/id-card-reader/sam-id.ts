const SAM_ID_BYTES = 16;

/**
 * The number of a security module as printed on its label, 36 characters: `05.01-20190315-0001234567-4000000001`.
 * All five parts are unsigned, low byte first. Null when these are not the 16 bytes of a module number.
 *
 * @source devices.md 1.5, 1.11 (1): ten digits in the last two groups, never signed
 */
export function samIdText(bytes: Uint8Array): string | null {
  if (bytes.length !== SAM_ID_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const text = [
    `${digits(view.getUint16(0, true), 2)}.${digits(view.getUint16(2, true), 2)}`,
    digits(view.getUint32(4, true), 8),
    digits(view.getUint32(8, true), 10),
    digits(view.getUint32(12, true), 10),
  ].join('-');
  return text.length === 36 ? text : null;
}
