import { Day } from '#contract/shapes/day.ts';
import { Meaning } from '#contract/shapes/form.ts';
import type { FormSource } from '#contract/shapes/form-value.ts';
import type { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import type { FormLine } from '#rules/form/form-lines.ts';
import { documentNumber } from '#rules/notices/document-number.ts';
import { filledNotice } from '#rules/notices/fill-template.ts';
import type { Filling } from '#rules/notices/filling.ts';
import { kindValues } from '#rules/notices/kind-values.ts';
import type { NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { PaperFacts } from '#rules/notices/paper-facts.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { noticeQrText, receiptQrText } from '#rules/scan/receipt-qr.ts';
import { citizenCheckCharacter } from '#rules/identity/citizen-number.ts';
import { helperSamples } from './helper-samples.ts';
import { guidedLines, licenceItem } from './guided-lines.ts';

export const receivedOn = Day.parse('2026-11-24');
export const noticeDueOn = Day.parse('2026-12-01');
const receiptNumber = makeReceiptNumber({ site: '990101', window: 3, serial: 127 });

/** A made-up woman of the made-up county. */
const FIRST_17 = '99010119870703012';
const citizen = FIRST_17 + citizenCheckCharacter(FIRST_17);

/** A made-up case of a licence with one paper put off. Nobody exists who is called so. */
export const aPaper: PaperFacts = {
  organ: '示范县市场监督管理局',
  hall: '示范县政务服务中心',
  hallPhone: '0000-0000000',
  window: 3,
  clerk: '0317',
  receiptNumber,
  shortNumber: '03-000127',
  officialNumber: null,
  documentNumber: documentNumber('acceptance', { year: '2026', site: '990101', window: 3, serial: 12 }),
  checkCode: '7F3A91C2',
  qrText: receiptQrText(receiptNumber, '7F3A91C2'),
  trackable: false,
  pendingSync: true,
  item: licenceItem(),
  procedures: ['现场核查'],
  applicant: { kind: 'person', name: '李晓雨', certificateNumber: citizen },
  handler: null,
  materials: [
    { nameZh: '食品经营许可申请书', route: 'paper', originals: 1, copies: 0, givenBack: false, dueOn: null },
    { nameZh: '营业执照', route: 'paper', originals: 1, copies: 0, givenBack: true, dueOn: null },
    { nameZh: '布局图', route: 'scan', originals: 0, copies: 0, givenBack: false, dueOn: null },
    { nameZh: '规章目录', route: 'later', originals: 0, copies: 0, givenBack: false, dueOn: noticeDueOn },
  ],
  receivedOn,
  receivedAt: '09:52:31',
  issuedOn: receivedOn,
  issuedAt: '09:52:31',
};

const accepted = {
  acceptedOn: receivedOn,
  legalDueOn: Day.parse('2026-12-08'),
  promisedDueOn: noticeDueOn,
  duesProvisional: false,
};
const supervisor = { number: '0301', name: '陈立' };

/** An answer of a form, made up. */
function answer(sectionZh: string, labelZh: string, value: string, source: FormSource): FormLine {
  const meaning = Meaning.parse('thing.answer');
  const shown = { value, shownZh: value, shownEn: value };
  return {
    meaning,
    sectionZh,
    sectionEn: sectionZh,
    labelZh,
    labelEn: labelZh,
    ...shown,
    source,
    asOf: receivedOn,
  };
}

/** What each kind of paper says beside the case, made up. */
export const paperSamples: NoticeFacts = {
  'receipt-slip': { noticeDueOn },
  acceptance: accepted,
  tolerance: accepted,
  commitment: {
    ...accepted,
    conditions: ['经营场所与申请书所填一致', '有与经营品种相适应的设备'],
    duties: ['开业后两个月内接受现场核查'],
    penalties: ['撤销许可', '两年内不适用告知承诺'],
    basis: '国办发〔2020〕42号',
    replaces: ['布局图'],
  },
  correction: {
    lines: [
      { nameZh: '规章目录', say: '补一份，写明从业人员健康管理制度', rule: '清单第 4 项' },
      { nameZh: null, say: '申请书第 2 页漏签名', rule: null },
    ],
    noticeDueOn,
    correctBy: Day.parse('2026-12-22'),
  },
  refusal: { reason: 'not-competent', say: '住宅楼内的餐饮由区里办理', rightOrgan: '示范市市场监督管理局' },
  'special-procedure': {
    nameZh: '现场核查',
    reason: '新办许可需要查看经营场所',
    basis: null,
    startsOn: Day.parse('2026-11-25'),
    expectedEndOn: Day.parse('2026-11-27'),
    dueOnBefore: noticeDueOn,
  },
  extension: {
    reason: '现场核查需要第三方检测',
    basis: null,
    workingDays: 10,
    dueOnBefore: noticeDueOn,
    dueOnAfter: Day.parse('2026-12-15'),
    approver: supervisor,
  },
  'not-needed': { say: '只卖预包装食品，备案即可，不用许可', basis: null },
  'wrong-organ': {
    rightOrgan: '示范县农业农村局',
    whereTo: '2 楼 8 号窗口，0000-0000001',
    say: '养殖场备案由农业农村部门办理',
  },
  referral: { toOrgan: '示范市市场监督管理局', reason: '由市局作出决定', referredOn: receivedOn },
  withdrawal: { reason: '改变经营地址', withdrawnOn: receivedOn, papersReturned: ['食品经营许可申请书'] },
  lapse: {
    correctionNumber: '补正〔2026〕990101-03-0003号',
    toldOn: receivedOn,
    correctBy: Day.parse('2026-12-22'),
    lapsedOn: Day.parse('2026-12-23'),
  },
  collection: {
    granted: true,
    resultName: '食品经营许可证',
    licenceNumber: 'JY29901010000017',
    collector: {
      name: '李晓雨',
      certificateKindZh: '居民身份证',
      certificateNumber: citizen,
      role: 'applicant',
    },
    way: 'counter',
    waybill: null,
    collectedOn: Day.parse('2026-12-01'),
    collectedAt: '10:05:00',
  },
  'hand-over': {
    toOrgan: '示范县市场监督管理局',
    handedOn: receivedOn,
    lines: [
      {
        receiptNumber,
        itemNameZh: '食品经营许可（新办）',
        applicantName: '李晓雨',
        papers: [
          { nameZh: '食品经营许可申请书', originals: 1, copies: 0 },
          { nameZh: '布局图', originals: 0, copies: 2 },
        ],
      },
    ],
  },
  complaint: {
    about: 'not-done',
    what: '同一份材料跑了两次，还没有办成',
    itemNameZh: '食品经营许可（新办）',
    receiptNumber,
    happenedOn: receivedOn,
    contact: { name: '李晓雨', phone: '13800001234' },
    promisedReplyOn: Day.parse('2026-12-08'),
  },
  'bundle-receipt': {
    bundleNameZh: '新生儿出生一件事',
    applicant: { kind: 'person', name: '李晓雨', certificateNumber: citizen },
    handler: null,
    leadDepartmentZh: '示范县卫生健康局',
    cases: [
      {
        itemNameZh: '出生登记（户口）',
        departmentZh: '示范县公安局',
        receiptNumber,
        standingZh: '已收件，转公安',
        dueOn: noticeDueOn,
      },
      {
        itemNameZh: '城乡居民医保参保登记',
        departmentZh: '示范县医疗保障局',
        receiptNumber: null,
        standingZh: '等户口登记',
        dueOn: null,
      },
    ],
    materials: aPaper.materials.slice(0, 2),
    merged: [{ departmentZh: '示范县税务局', filingNameZh: '税务登记' }],
    deliveryZh: '办好一起寄到家',
  },
  'application-form': {
    items: [
      {
        nameZh: '食品经营许可（新办）',
        code: '11990101990000017G4990131001000',
        departmentZh: '示范县市场监督管理局',
      },
    ],
    applicant: { kind: 'person', name: '李晓雨', certificateNumber: citizen },
    handler: null,
    lines: [
      answer('经营者', '姓名', '李晓雨', 'card'),
      answer('经营者', '联系电话', '13800001234', 'by-hand'),
      answer('经营场所', '地址', '示范县城关镇春风路8号', 'licence'),
      answer('经营场所', '面积（平方米）', '86.5', 'by-hand'),
      answer('经营场所', '有无外卖', '有', 'earlier-case'),
    ],
  },
  'guidance-list': {
    aboutZh: '食品经营许可（新办）',
    departmentZh: '示范县市场监督管理局',
    agent: true,
    answers: [{ questionZh: '有没有营业执照？', answerZh: '有' }],
    openCount: 1,
    papers: guidedLines(licenceItem()),
    steps: null,
    terms: licenceItem(),
  },
  ...helperSamples({ citizen, receiptNumber, receivedOn }),
};

/** What the wording of a kind is filled with. */
export function fillingOf<K extends NoticeKind>(
  kind: K,
  facts: Partial<NoticeFacts[K]> = {},
  paper: PaperFacts = aPaper,
): Partial<Filling> {
  const named: NoticeFacts[K] = { ...paperSamples[kind], ...facts };
  return kindValues[kind](named, paper);
}

/** Papers of no single case belong to the hall and have a code of their own. */
const OF_NO_CASE: ReadonlySet<NoticeKind> = new Set([
  'hand-over',
  'complaint',
  'bundle-receipt',
  'application-form',
  'guidance-list',
  'help-consent',
  'help-list',
]);
const ofTheHall = {
  organ: aPaper.hall,
  receiptNumber: null,
  qrText: noticeQrText('018f0000-0000-7000-8000-000000000001', '7F3A91C2'),
};

/** A paper of a kind as the program words it. */
export function paperOf<K extends NoticeKind>(
  kind: K,
  facts: Partial<NoticeFacts[K]> = {},
  paper: Partial<PaperFacts> = {},
): NoticeContent {
  const number = documentNumber(kind, { year: '2026', site: '990101', window: 3, serial: 12 });
  const whole = { ...aPaper, ...(OF_NO_CASE.has(kind) ? ofTheHall : {}), documentNumber: number, ...paper };
  return filledNotice(ownTemplates[kind], fillingOf(kind, facts, whole), whole, whole.receiptNumber ?? '');
}
