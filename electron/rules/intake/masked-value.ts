import type { ValueKind } from '#contract/shapes/material.ts';
import { maskedAddress, maskedName, maskedNumber, maskedPhone } from '../identity/mask.ts';

const MASKS: Readonly<Record<ValueKind, (value: string) => string>> = {
  name: maskedName,
  number: maskedNumber,
  phone: maskedPhone,
  address: maskedAddress,
  date: (value) => value,
  text: (value) => value,
};

/**
 * A value of a source as a screen shows it. What is public, as the name of an enterprise, the source sends as text.
 *
 * @source SCREENS.md 4; safety.md 4
 */
export function maskedValue(kind: ValueKind, value: string): string {
  return MASKS[kind](value);
}
