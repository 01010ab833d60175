import type { NoticeKind } from '#contract/shapes/notice.ts';
import { maskedPartyName } from '../identity/mask.ts';
import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** Papers of a case that stay at the hall, or that nobody but the citizen is given. */
const STAY: ReadonlySet<NoticeKind> = new Set([
  'application-form',
  'guidance-list',
  'help-consent',
  'collection',
  'withdrawal',
]);

/**
 * Whether a paper of a case is the citizen's to have, so that a helper takes it to them. The result is not: only they, or
 * who has their authority, collect it.
 *
 * @source domain.md 12 F42; 民法典 art. 165
 */
export function isTakenAlong(kind: NoticeKind): boolean {
  return !STAY.has(kind);
}

/** 帮办同意书: who may help the citizen, with what, until when. @source domain.md 6, 12 F42; 个人信息保护法 art. 14 */
export function helpConsentValues(facts: NoticeFacts['help-consent']): Partial<Filling> {
  const { applicant, helper, items } = facts;
  return {
    values: {
      applicant: `${applicant.name}　证件号码 ${applicant.certificateNumber}`,
      helper: helper.name,
      badge: helper.badge,
      point: helper.point,
      items: items.length === 0 ? '本次到窗口办理的全部事项' : items.join('、'),
      consentOn: dayInWords(facts.on),
      consentUntil: dayInWords(facts.until),
    },
  };
}

/** 帮办清单: what a helper takes along, of whom, under which number. @source domain.md 12 F42 */
export function helpListValues(facts: NoticeFacts['help-list']): Partial<Filling> {
  const { helper, lines } = facts;
  return {
    values: {
      helper: helper.name,
      badge: helper.badge,
      point: helper.point,
      caseCount: String(lines.length),
      slipCount: String(lines.reduce((sum, { slips }) => sum + slips.length, 0)),
      originalCount: String(
        lines.reduce((sum, { originals }) => sum + originals.reduce((of, { count }) => of + count, 0), 0),
      ),
    },
    lists: {
      cases: lines.map(({ receiptNumber, itemNameZh, applicant, slips, originals }, at) => ({
        no: String(at + 1),
        receiptNumber,
        item: itemNameZh,
        applicant: applicant ? maskedPartyName(applicant.kind, applicant.name) : '未登记',
        slips: slips.map(({ title, documentNumber }) => `${title} ${documentNumber}`).join('；') || '无',
        originals: originals.map(({ nameZh, count }) => `${nameZh} ${count}`).join('、') || '无',
      })),
    },
  };
}
