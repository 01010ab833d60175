import { CaseLine } from '#contract/shapes/case.ts';
import { Debt, SyncView } from '#contract/shapes/sync-state.ts';
import { CASE_ID, NOW_MS, RECEIPT } from './sheet-views.ts';

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
    identityWait: null,
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
    identityWait: null,
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
