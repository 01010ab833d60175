import type { Day } from '#contract/shapes/day.ts';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { maskedPartyName, numberTail } from '../identity/mask.ts';
import { isLicence, type PaperFacts, paperHead, type PaperMaterial, type PaperParty } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/**
 * The words of a receipt slip (收件凭证): what was taken in, from whom, when and by whom, and by which day the
 * citizen hears. It lies about in pockets, so people are named by a masked name and the end of their number.
 *
 * @param noticeDueOn last of the five working days
 * @source domain.md 5.3; safety.md 4 masks; 行政许可法 art. 32(1)(4)
 */
export function receiptSlip(facts: PaperFacts & { readonly noticeDueOn: Day }): NoticeContent {
  const { item, materials } = facts;
  return {
    ...paperHead('receipt-slip', '收件凭证', facts),
    rows: [
      { label: '收件号', value: facts.shortNumber },
      { label: '事项', value: item.nameZh },
      { label: '申请人', value: onSlip(facts.applicant) },
      { label: '经办人', value: facts.handler ? onSlip(facts.handler) : '本人' },
      { label: '收件', value: `${facts.receivedOn} ${facts.receivedAt}` },
      { label: '窗口', value: `${facts.window} 号　工号 ${facts.clerk}` },
      { label: '省编号', value: facts.officialNumber ?? '联网后告知' },
    ],
    paragraphs: [
      `最迟 ${dayInWords(facts.noticeDueOn)} 告知是否受理。`,
      ...(isLicence(item) ? ['逾期未告知的，自收件之日起视为受理。'] : []),
      ...(item.counterOutcomeAuthority === 'department_seat_only'
        ? [`本窗口代收材料，由${item.department.nameZh}决定是否受理。`]
        : []),
      '本凭证不是受理通知书。',
    ],
    table: {
      head: [`收到材料 ${materials.length} 份`, '形式'],
      rows: materials.map((paper, at) => [`${at + 1} ${paper.nameZh}`, howItCame(paper)]),
    },
    foot: ['扫码验真、查进度', `验证码 ${facts.checkCode}`, `电话 ${facts.hallPhone}`],
    sealPlace: null,
    signaturePlace: false,
  };
}

/** How one paper came, in as few signs as a slip has room for. */
export function howItCame({ route, originals, copies, givenBack, dueOn }: PaperMaterial): string {
  if (route === 'card') return '芯片核验';
  if (route === 'scan') return '扫描件';
  if (route === 'later') return dueOn === null ? '容缺' : `容缺，${dayInWords(dueOn)}前补`;
  if (givenBack && copies === 0) return '核对退还';
  const counted = [
    ...(originals > 0 ? [`原件 ${originals}`] : []),
    ...(copies > 0 ? [`复印 ${copies}`] : []),
  ];
  return counted.length > 0 ? counted.join(' ') : '核对退还';
}

function onSlip({ kind, name, certificateNumber }: PaperParty): string {
  return `${maskedPartyName(kind, name)}　证件尾号 ${numberTail(certificateNumber)}`;
}
