import { type ActName, capOf } from '../keys/key-map.ts';

/** The cap of a key, as printed on the keyboard. */
export function Key({ act, cap }: { readonly act?: ActName; readonly cap?: string }) {
  return <kbd className="kbd">{cap ?? (act ? capOf(act) : '')}</kbd>;
}
