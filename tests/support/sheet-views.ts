import { CaseLine, type CaseMaterial, CaseView, VisitView } from '#contract/shapes/case.ts';
import { ItemHit, ServiceItem } from '#contract/shapes/item.ts';
import { NoticeContent, NoticeSummary } from '#contract/shapes/notice.ts';
import { MaskedParty } from '#contract/shapes/party.ts';
import { Debt, SyncView } from '#contract/shapes/sync-state.ts';

/** Tuesday 2026-11-24, 09:40 in the hall. */
export const NOW_MS = Date.UTC(2026, 10, 24, 1, 40);
export const VISIT_ID = '019a0000-0000-7000-8000-000000000001';
export const CASE_ID = '019a0000-0000-7000-8000-000000000002';
export const NOTICE_ID = '019a0000-0000-7000-8000-000000000003';
export const READING_ID = 'reading-1';
export const RECEIPT = 'W990101-03-000127-K';

const plainMaterial = {
  necessity: 'required',
  format: 'paper_or_electronic',
  originals: 1,
  copies: 0,
  source: 'applicant',
  issuedBy: null,
  electronicLicence: null,
  dataShareQuery: null,
  tolerable: false,
  commitmentReplaceable: false,
  custody: 'keep_original',
  when: null,
  note: null,
};

const papers = [
  { id: 'form', nameZh: '食品经营许可申请书', nameEn: 'Application form' },
  {
    id: 'id',
    nameZh: '经营者身份证',
    nameEn: 'Identity card of the operator',
    custody: 'read_only_not_kept',
    electronicLicence: '居民身份证',
  },
  { id: 'layout', nameZh: '经营场所平面图', nameEn: 'Layout of the premises', copies: 1, originals: 0 },
  {
    id: 'rules',
    nameZh: '食品安全规章制度',
    nameEn: 'Food safety rules',
    tolerable: true,
    custody: 'keep_electronic',
  },
  {
    id: 'health',
    nameZh: '从业人员健康证明',
    nameEn: 'Health certificates of the staff',
    custody: 'scan_and_return_original',
    tolerable: true,
  },
  { id: 'proxy', nameZh: '授权委托书', nameEn: 'Authorisation', necessity: 'conditional' },
];

export function anItem(changes: object = {}): ServiceItem {
  return ServiceItem.parse({
    code: '11990101990000017G4990131016000',
    version: 1,
    nameZh: '食品经营许可（新办）',
    nameEn: 'Food business permit (new)',
    itemTypeCode: '01',
    basicCode: '990131016000',
    exerciseLevelCode: '4',
    serviceObjectCodes: ['1', '2'],
    caseTypeCode: '2',
    department: {
      key: 'scjg',
      nameZh: '示范县市场监督管理局',
      nameEn: 'Market Regulation Bureau',
      creditCode: '11990101990000017G',
    },
    legalLimit: { days: 20, unit: 'workday', basis: '食品经营许可和备案管理办法' },
    promiseLimit: { days: 8, unit: 'workday', basis: null },
    materials: papers.map((paper) => ({ ...plainMaterial, ...paper })),
    situations: [
      {
        id: 'mode',
        questionZh: '经营什么？',
        questionEn: 'What is served?',
        options: [
          {
            id: 'sell',
            labelZh: '只卖预包装食品',
            labelEn: 'packaged food only',
            dropMaterials: ['layout', 'health'],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: '仅销售预包装食品备案',
            note: null,
          },
          {
            id: 'cook',
            labelZh: '现场制作',
            labelEn: 'made on the spot',
            dropMaterials: [],
            addMaterials: [
              { ...plainMaterial, id: 'kitchen', nameZh: '后厨照片', nameEn: 'Photos of the kitchen' },
            ],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
        ],
      },
      {
        id: 'fact:commitment',
        questionZh: '申请人是否选择告知承诺方式？',
        questionEn: 'Does the applicant choose the notice-and-commitment way?',
        options: [
          {
            id: 'yes',
            labelZh: '签承诺书',
            labelEn: 'signs the commitment',
            dropMaterials: ['rules'],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
          {
            id: 'no',
            labelZh: '不承诺，交材料',
            labelEn: 'hands in the paper',
            dropMaterials: [],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
        ],
      },
    ],
    specialProcedures: [],
    queue: 'E',
    maxVisits: 1,
    fee: null,
    resultName: '食品经营许可证',
    delivery: ['window'],
    counterOutcomeAuthority: 'accept_on_behalf',
    offlineAccept: true,
    ...changes,
  });
}

export function aHit(changes: object = {}): ItemHit {
  return ItemHit.parse({
    code: '11990101990000017G4990131016000',
    version: 1,
    nameZh: '食品经营许可（新办）',
    nameEn: 'Food business permit (new)',
    departmentZh: '示范县市场监督管理局',
    departmentEn: 'Market Regulation Bureau',
    queue: 'E',
    caseTypeCode: '2',
    counterOutcomeAuthority: 'accept_on_behalf',
    matched: 'initials',
    ...changes,
  });
}

export function aParty(changes: object = {}): MaskedParty {
  return MaskedParty.parse({
    kind: 'person',
    name: '李*',
    certificateKind: 'resident-id',
    certificateNumber: '9901**********1234',
    sexCode: '2',
    ethnicityCode: '01',
    birth: '1990****',
    address: '示范省示范县',
    issuer: '示范县公安局',
    validTo: '20390517',
    longTerm: false,
    phone: '138****1234',
    legalRepresentative: null,
    source: 'card-chip',
    verification: 'confirmed',
    readAtMs: NOW_MS - 60_000,
    confirmedAtMs: NOW_MS - 59_000,
    unreadable: [],
    objections: [],
    filled: ['kind', 'name', 'certificateKind', 'certificateNumber', 'address', 'phone'],
    ...changes,
  });
}

export function aVisit(changes: object = {}): VisitView {
  return VisitView.parse({
    id: VISIT_ID,
    ticketId: null,
    ticketNumber: 'E018',
    openedAtMs: NOW_MS - 120_000,
    applicant: aParty(),
    handler: null,
    authorisation: null,
    cases: [],
    ...changes,
  });
}

export const aVisitCase = {
  id: CASE_ID,
  itemNameZh: '食品经营许可（新办）',
  itemNameEn: 'Food business permit (new)',
  state: 'draft',
  receiptNumber: null,
};

/** A paper as it lies in a case: nothing handed over yet. */
export function aMaterial(id: string, changes: Partial<CaseMaterial> = {}): CaseMaterial {
  const paper = { ...plainMaterial, ...papers.find((one) => one.id === id) };
  return CaseView.shape.materials.element.parse({
    id,
    nameZh: paper.nameZh ?? id,
    nameEn: paper.nameEn ?? id,
    asked: true,
    reason: 'required',
    situationId: null,
    mandatory: true,
    tolerable: paper.tolerable,
    originals: paper.originals,
    copies: paper.copies,
    custody: paper.custody,
    note: null,
    route: null,
    originalsTaken: 0,
    copiesTaken: 0,
    checkedAgainstOriginal: false,
    file: null,
    dueOn: null,
    providedAtMs: null,
    ...changes,
  });
}

const closed = (because: string) =>
  ['receive', 'accept', 'accept-tolerant', 'correct', 'refuse'].map((outcome) => ({
    outcome,
    open:
      outcome === 'receive' ||
      outcome === 'refuse' ||
      (because === 'materials-missing' && outcome === 'correct'),
    because: outcome === 'receive' || outcome === 'refuse' ? null : because,
  }));

/** Standings with only these outcomes open; the rest is closed for the given word. */
export function standings(open: readonly string[], because = 'materials-missing'): object[] {
  return closed(because).map((one) => {
    const isOpen = open.includes(one.outcome);
    return { outcome: one.outcome, open: isOpen, because: isOpen ? null : because };
  });
}

/** A draft in the middle of its papers: three came, two are missing, one is not asked for. */
export function aCase(changes: object = {}): CaseView {
  return CaseView.parse({
    id: CASE_ID,
    visitId: VISIT_ID,
    ticketNumber: 'E018',
    receiptNumber: null,
    officialNumber: null,
    item: anItem(),
    state: 'draft',
    applicant: aParty(),
    handler: null,
    answers: { mode: 'cook', 'fact:commitment': 'no' },
    materials: [
      aMaterial('form', { route: 'paper', originalsTaken: 1, checkedAgainstOriginal: true }),
      aMaterial('id', { route: 'card' }),
      aMaterial('layout', {
        route: 'scan',
        file: { hash: 'a'.repeat(64), name: '平面图.pdf', mediaType: 'application/pdf', bytes: 120_000 },
      }),
      aMaterial('rules'),
      aMaterial('health'),
      aMaterial('proxy', { asked: false, reason: 'condition-not-met', mandatory: false }),
    ],
    missing: ['rules', 'health'],
    outcomes: standings(['receive', 'correct', 'refuse']),
    rerouteTo: null,
    openedAtMs: NOW_MS - 90_000,
    receivedAtMs: null,
    acceptedOn: null,
    noticeDueOn: null,
    legalDueOn: null,
    promisedDueOn: null,
    duesProvisional: false,
    ifAcceptedToday: { legalDueOn: '2026-12-22', promisedDueOn: '2026-12-04' },
    correction: [],
    refusal: null,
    acceptedOffline: false,
    clerk: null,
    window: null,
    notices: [],
    sync: null,
    ...changes,
  });
}

/** The same case with every paper there and ready to be accepted. */
export function aFullCase(changes: object = {}): CaseView {
  return aCase({
    materials: [
      aMaterial('form', { route: 'paper', originalsTaken: 1, checkedAgainstOriginal: true }),
      aMaterial('id', { route: 'card' }),
    ],
    missing: [],
    outcomes: standings(['receive', 'accept', 'refuse'], 'nothing-missing'),
    ...changes,
  });
}

export function aNotice(changes: object = {}): NoticeSummary {
  return NoticeSummary.parse({
    id: NOTICE_ID,
    kind: 'receipt-slip',
    documentNumber: '示范县市监收〔2026〕000127号',
    issuedAtMs: NOW_MS,
    contentHash: 'b'.repeat(64),
    pdf: { state: 'pressed', sha256: 'c'.repeat(64), bytes: 41_000, pressedAtMs: NOW_MS + 2000 },
    reprints: 0,
    ...changes,
  });
}

export function aSlip(changes: object = {}): NoticeContent {
  return NoticeContent.parse({
    kind: 'receipt-slip',
    templateVersion: 1,
    title: '收件凭证',
    documentNumber: '示范县市监收〔2026〕000127号',
    organ: '示范县市场监督管理局',
    hall: '示范县政务服务中心',
    receiptNumber: RECEIPT,
    rows: [
      { label: '事项', value: '食品经营许可（新办）' },
      { label: '申请人', value: '李*　证件尾号 1234' },
      { label: '收件', value: '2026-11-24 09:40:00' },
      { label: '窗口', value: '3 号　工号 0317' },
    ],
    paragraphs: ['最迟 12月1日 告知是否受理。'],
    table: null,
    foot: [],
    sealPlace: null,
    signaturePlace: false,
    issuedOn: '2026-11-24',
    issuedAt: '09:40:00',
    qrText: `${RECEIPT} 7F3A91C2`,
    checkCode: '7F3A 91C2',
    pendingSync: true,
    ...changes,
  });
}

export function anAcceptedCase(changes: object = {}): CaseView {
  return aFullCase({
    state: 'accepted',
    receiptNumber: RECEIPT,
    receivedAtMs: NOW_MS,
    acceptedOn: '2026-11-24',
    noticeDueOn: '2026-12-01',
    legalDueOn: '2026-12-22',
    promisedDueOn: '2026-12-04',
    ifAcceptedToday: null,
    outcomes: standings([], 'already-decided'),
    clerk: '周*',
    window: 3,
    notices: [aNotice()],
    sync: 'pending',
    ...changes,
  });
}

export function aCaseLine(changes: object = {}): CaseLine {
  return CaseLine.parse({
    id: CASE_ID,
    receiptNumber: RECEIPT,
    officialNumber: null,
    itemNameZh: '食品经营许可（新办）',
    itemNameEn: 'Food business permit (new)',
    applicantName: '李*',
    state: 'accepted',
    openedAtMs: NOW_MS,
    promisedDueOn: '2026-12-04',
    sync: 'done',
    ...changes,
  });
}

export function aDebt(changes: object = {}): Debt {
  return Debt.parse({
    id: '019a0000-0000-7000-8000-0000000000d1',
    caseId: CASE_ID,
    receiptNumber: RECEIPT,
    itemNameZh: '食品经营许可（新办）',
    itemNameEn: 'Food business permit (new)',
    kind: 'case.received',
    step: 1,
    state: 'pending',
    attempts: 0,
    queuedAtMs: NOW_MS,
    nextTryAtMs: null,
    doneAtMs: null,
    because: null,
    platformWords: null,
    fieldErrors: [],
    platformReceipt: null,
    offers: ['try-now'],
    ...changes,
  });
}

export function aSyncView(changes: object = {}): SyncView {
  return SyncView.parse({
    line: 'ok',
    lineSinceMs: NOW_MS - 600_000,
    lastAckAtMs: NOW_MS - 20_000,
    lastTryAtMs: NOW_MS - 20_000,
    nextTryAtMs: null,
    owed: 0,
    owedCases: 0,
    needsClerk: 0,
    doneToday: 12,
    oldestQueuedAtMs: null,
    sendingReceiptNumber: null,
    skewMs: 120,
    debts: [],
    numberBlock: { from: 101, to: 200, next: 128, left: 73 },
    ...changes,
  });
}
