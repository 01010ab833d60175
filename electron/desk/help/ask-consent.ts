import type { VisitId } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { Helper } from '#contract/shapes/help.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { WriteBench } from '../answering.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { showOnScreen } from '../papers/signing-desk.ts';
import { saveHelp } from '../store/helps.ts';
import { partiesOf } from '../store/parties.ts';

/**
 * Freezes the consent as a paper (帮办代办同意书) and lays it on the citizen's screen. Until it is signed there, or with a pen
 * on its print, the helper is written down and the consent does not stand.
 *
 * @source domain.md 6, 12 F42; 个人信息保护法 art. 14
 */
export function askConsent(
  bench: WriteBench,
  visitId: VisitId,
  wish: { readonly helper: Helper; readonly until: Day; readonly items: readonly ItemCode[] },
): 'identity-missing' | null {
  const { db, parts, today, nowMs: atMs, asker } = bench;
  const { applicant } = partiesOf(db, visitId);
  if (!applicant || applicant.details.name === '') return 'identity-missing';
  const { kind, name, certificateNumber } = applicant.details;
  const { helper, until, items } = wish;
  const clerk = asker.staff?.number ?? 'nobody';
  const { id: noticeId } = issueNotice(bench, {
    kind: 'help-consent',
    visitId,
    facts: {
      applicant: { kind, name, certificateNumber },
      helper,
      items: items.map((code) => parts.items.byCode(code)?.nameZh ?? code),
      on: today,
      until,
    },
  });
  const consent = { on: today, until, items: [...items], originalSeen: false };
  const paper = { noticeId, of: parts.personKey(certificateNumber) };
  saveHelp(db, visitId, { mode: 'assist', helper, consent }, { atMs, clerk, paper });
  showOnScreen(bench, noticeId);
  return null;
}
