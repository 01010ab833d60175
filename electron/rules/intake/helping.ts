import type { Day } from '#contract/shapes/day.ts';
import type { HelpAct, HelpConsent, Helper } from '#contract/shapes/help.ts';
import type { ItemCode } from '#contract/shapes/item.ts';

const HELPERS: ReadonlySet<HelpAct> = new Set([
  'explain',
  'fill-in',
  'bring-papers',
  'take-slip',
  'take-papers-back',
]);

/**
 * Whether an act is a helper's (帮办员). A helper has no power of the citizen and none of the organ: signing, promising
 * and collecting want an authorisation (授权委托, then they are the 经办人); accepting and deciding are the organ's.
 *
 * @source domain.md 12 F42, 6 (帮办代办: enters data, the citizen confirms); 民法典 arts. 161, 165; 行政许可法 arts. 29, 32
 */
export function isHelpersAct(act: HelpAct): boolean {
  return HELPERS.has(act);
}

/** Whether the citizen's word covers an item; none named means all of the visit. */
export function consentCovers({ items }: HelpConsent, item: ItemCode): boolean {
  return items.length === 0 || items.includes(item);
}

/**
 * Says why somebody may not help in a visit, or null: the signed consent was seen, holds today and names every item,
 * and the helper is neither the clerk who accepts nor somebody of the case. Who is sent with an authorisation is the
 * handler and no helper.
 *
 * @source domain.md 12 F42; 个人信息保护法 art. 14; 行政许可法 art. 72
 */
export function helpStanding(of: {
  readonly helper: Helper;
  readonly consent: HelpConsent;
  readonly items: readonly ItemCode[];
  /** Names of whoever is part of the case. */
  readonly people: readonly string[];
  readonly clerk: string;
  readonly today: Day;
}): HelpRefusal | null {
  const { helper, consent, today } = of;
  const barred = consentWord(consent, of.items, today);
  if (barred) return barred;
  if (helper.badge === of.clerk) return 'helper-decides';
  return of.people.includes(helper.name) ? 'helper-is-party' : null;
}

/**
 * Says why the citizen's word does not let somebody help with these items on a day, or null. A case in which a helper
 * acts is neither received nor accepted without it: the day is that on which the papers came in.
 *
 * @source domain.md 12 F42; 民法典 art. 165 (whose, for what, until when, signed); 个人信息保护法 art. 14
 */
export function consentWord(consent: HelpConsent, items: readonly ItemCode[], day: Day): ConsentWord | null {
  if (!consent.originalSeen) return 'consent-unseen';
  if (day < consent.on || day > consent.until) return 'consent-not-now';
  return items.every((item) => consentCovers(consent, item)) ? null : 'consent-misses-item';
}

export type ConsentWord = 'consent-unseen' | 'consent-not-now' | 'consent-misses-item';
export type HelpRefusal = ConsentWord | 'helper-decides' | 'helper-is-party';
