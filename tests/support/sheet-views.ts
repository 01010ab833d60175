import { CaseView, VisitView } from '#contract/shapes/case.ts';
import { NoticeContent, NoticeSummary } from '#contract/shapes/notice.ts';
import { MaskedParty } from '#contract/shapes/party.ts';
import { aMaterial, anItem } from './item-views.ts';

/** Tuesday 2026-11-24, 09:40 in the hall. */
export const NOW_MS = Date.UTC(2026, 10, 24, 1, 40);

export const VISIT_ID = '019a0000-0000-7000-8000-000000000001';

export const CASE_ID = '019a0000-0000-7000-8000-000000000002';

export const NOTICE_ID = '019a0000-0000-7000-8000-000000000003';

export const RECEIPT = 'W990101-03-000127-K';

export function aParty(changes: object = {}): MaskedParty {
  return MaskedParty.parse({
    kind: 'person',
    messages: '',
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
    network: null,
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
    transfer: null,
    ticketId: null,
    ticketNumber: 'E018',
    openedAtMs: NOW_MS - 120_000,
    applicant: aParty(),
    handler: null,
    legalRepresentative: null,
    guardian: null,
    principal: null,
    secondSubject: null,
    guidance: null,
    authorisation: null,
    guardianship: null,
    roles: [
      { role: 'applicant', need: 'required', because: 'applies', ...aBasis },
      { role: 'guardian', need: 'open', because: 'ward', ...aBasis },
      { role: 'handler', need: 'open', because: 'may-be-sent', ...aBasis },
    ],
    bundles: [],
    cases: [],
    ...changes,
  });
}

const aBasis = { basis: '行政许可法第二十九条', nameZh: null, nameEn: null };

export const aVisitCase = {
  id: CASE_ID,
  itemNameZh: '食品经营许可（新办）',
  itemNameEn: 'Food business permit (new)',
  state: 'draft',
  receiptNumber: null,
  bundleId: null,
  takenUp: false,
};

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
    people: {
      legalRepresentative: null,
      guardian: null,
      principal: null,
      secondSubject: null,
      guardianship: null,
    },
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
    papersSaved: [],
    bundle: null,
    form: { asked: 0, open: 0, wrong: 0, differing: 0 },
    outcomes: standings(['receive', 'correct', 'refuse']),
    rerouteTo: null,
    openedAtMs: NOW_MS - 90_000,
    receivedAtMs: null,
    acceptedOn: null,
    noticeDueOn: null,
    legalDueOn: null,
    promisedDueOn: null,
    duesProvisional: false,
    tellDay: null,
    ifAcceptedToday: { legalDueOn: '2026-12-22', promisedDueOn: '2026-12-04' },
    correction: [],
    refusal: null,
    acceptedOffline: false,
    identityWait: null,
    clerk: null,
    window: null,
    notices: [],
    sync: null,
    trips: noTrips,
    crossing: decidedHere,
    guided: null,
    onlineNumber: null,
    flags: [],
    ...changes,
  });
}

/** Received and decided in the same county. */
export const decidedHere = {
  may: 'accept',
  because: null,
  originRegion: '990101',
  decisionRegion: '990101',
  organ: '示范县市场监督管理局',
  chosen: false,
  forward: null,
  delegation: null,
  sealMissing: false,
};

/** Somebody's first visit, with nothing that would bring them back. */
export const noTrips = {
  planned: 1,
  visits: [
    {
      visitId: VISIT_ID,
      no: 1,
      atMs: NOW_MS - 90_000,
      clerk: null,
      window: null,
      cause: null,
      say: null,
      extra: false,
    },
  ],
  delivery: null,
  comeBack: [],
};

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
    signing: { state: 'not-wanted' },
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
    tellDay: '2026-12-04',
    ifAcceptedToday: null,
    outcomes: standings([], 'already-decided'),
    clerk: '周*',
    window: 3,
    notices: [aNotice()],
    sync: 'pending',
    ...changes,
  });
}
