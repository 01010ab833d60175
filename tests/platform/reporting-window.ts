import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiptNumber } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Site } from '#contract/shapes/site.ts';
import type { Debt, SyncView } from '#contract/shapes/sync-state.ts';
import { all } from '#native/sqlite/database.ts';
import { type OpenDatabase, openDatabase } from '#native/sqlite/open-database.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { HALL_PACE, type Pace } from '#rules/sync/pace.ts';
import type { LogFields, LogLevel } from '#desk/log.ts';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import type { ExchangeLimits } from '#desk/platform/http-exchange.ts';
import type { Province } from '#desk/platform/province.ts';
import { startSync } from '#desk/platform/sync-desk.ts';
import { owe } from '#desk/store/outbox.ts';
import { layCaseFile, TEST_KEY } from '../support/case-file.ts';

/** A hundred times as quick as a hall, so that minutes of patience pass in a test. */
export const QUICK_PACE: Pace = {
  ...HALL_PACE,
  retryStepsMs: HALL_PACE.retryStepsMs.map((ms) => ms / 100),
  inProgressMs: 20,
  knockMs: 150,
  accountKnockMs: 250,
};
export const QUICK_LIMITS: ExchangeLimits = {
  connectMs: 200,
  wholeMs: 300,
  replyBytes: 1024 * 1024,
  headBytes: 16 * 1024,
};

/** Words that must never leave the encrypted file for a log or the story of an attempt. */
export const PERSON = { name: '甲某某', number: '990101199001011237', phone: '13800000000' } as const;

export function aSite(url: string | null, more: object = {}): Site {
  return Site.parse({
    site: '990101',
    hallName: '示范县政务服务中心',
    hallNameEn: 'Demo County Hall',
    window: 3,
    queues: [{ code: 'A', nameZh: '综合', nameEn: 'General' }],
    served: ['A'],
    devices: {},
    hall: {},
    province: { url, account: 'hall-990101', secret: 'not-a-secret', ...more },
    numbers: { from: 101, to: 200 },
  });
}

export function anEvent(serial: number, change: Partial<CaseEvent> = {}): CaseEvent {
  return {
    kind: 'case.received',
    regions: { origin: '990101', decision: '990101' },
    onlineNumber: null,
    flags: [],
    message: null,
    caseId: randomUUID(),
    receiptNumber: ReceiptNumber.parse(makeReceiptNumber({ site: '990101', window: 3, serial })),
    item: {
      code: '11990101990000017G4990131002000',
      version: 1,
      basicCode: '990131002000',
      nameZh: '个体工商户设立登记',
      nameEn: 'Individual business registration',
      itemTypeCode: '01',
      caseTypeCode: '1',
      departmentName: '示范县市场监督管理局',
      departmentCreditCode: '11990101990000017G',
    },
    applicant: {
      kind: 'person',
      name: PERSON.name,
      certificateKind: 'resident-id',
      certificateNumber: PERSON.number,
      phone: PERSON.phone,
      address: '示范县中心镇一路1号',
      legalRepresentative: null,
      verification: 'confirmed',
      network: null,
    },
    handler: null,
    related: [],
    help: null,
    materials: [
      {
        id: 'form',
        nameZh: '个体工商户登记（备案）申请书',
        route: 'paper',
        originals: 1,
        copies: 0,
        fileHash: null,
        dueOn: null,
      },
    ],
    actedAtMs: Date.UTC(2026, 10, 24, 2, 21),
    receivedAtMs: Date.UTC(2026, 10, 24, 2, 18),
    acceptedOn: null,
    legalDueOn: null,
    promisedDueOn: null,
    acceptedOffline: false,
    documentNumber: null,
    correction: [],
    refusal: null,
    progress: null,
    differences: [],
    evaluation: null,
    bundle: null,
    site: '990101',
    window: 3,
    clerk: '0317',
    ...change,
  };
}

/** The second step of a case: it was accepted. */
export function itsAcceptance(received: CaseEvent): CaseEvent {
  return {
    ...received,
    kind: 'case.accepted',
    acceptedOn: Day.parse('2026-11-24'),
    legalDueOn: Day.parse('2026-11-27'),
    promisedDueOn: Day.parse('2026-11-24'),
    documentNumber: '示范市监受〔2026〕101号',
  };
}

export interface WindowWishes {
  readonly url: string | null;
  readonly nowMs?: () => number;
  readonly pace?: Pace;
  readonly limits?: ExchangeLimits;
  readonly keyMemoryHours?: number;
  readonly certificateAuthority?: string;
  readonly openProvince?: (onSkew: (skewMs: number) => void) => Province;
  /** Keeps the file of an earlier window. */
  readonly folder?: string;
}

export type ReportingWindow = ReturnType<typeof openWindow>;

/** A window's case file and its reporting, on a real encrypted file, without the rest of the desk. */
export function openWindow(wishes: WindowWishes) {
  const folder = wishes.folder ?? newFolder();
  const db: OpenDatabase = openDatabase({ file: join(folder, 'desk.db'), keyHex: TEST_KEY });
  const nowMs = wishes.nowMs ?? Date.now;
  const log: { level: LogLevel; event: string; fields: LogFields }[] = [];
  const news: unknown[] = [];
  const { keyMemoryHours = 24, certificateAuthority = null } = wishes;
  const sync = startSync({
    db,
    site: aSite(wishes.url, { keyMemoryHours, certificateAuthority }),
    nowMs,
    random: () => 0.5,
    announce: (name, value) => news.push({ name, value }),
    log: (level, event, fields = {}) => log.push({ level, event, fields }),
    pace: wishes.pace ?? QUICK_PACE,
    limits: wishes.limits ?? QUICK_LIMITS,
    ...(wishes.openProvince ? { openProvince: wishes.openProvince } : {}),
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await sync.stop();
    db.close();
  };

  return {
    db,
    folder,
    log,
    news,
    sync,
    view: (): SyncView => sync.view(),
    /** Owes steps as an act does: in one transaction, then the run is woken. */
    owe: (...events: CaseEvent[]): void => {
      db.transaction(() => {
        for (const event of events) owe(db, event, nowMs());
      })();
      sync.wake();
    },
    debtsOf: (caseId: string): Debt[] =>
      sync
        .view()
        .debts.filter((debt) => debt.caseId === caseId)
        .toSorted((one, other) => one.step - other.step),
    /** The whole story of all attempts and the log, as text: to look for what must not be there. */
    told: (): string => JSON.stringify([log, news, all(db, 'SELECT * FROM outbox_attempt')]),
    close,
    remove: async (): Promise<void> => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-province-'));
  layCaseFile(folder);
  return folder;
}

/** Waits until something holds, or says what still does not. */
export async function until(holds: () => boolean, what: () => string, withinMs = 6_000): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`it did not come to this: ${what()}`);
    await new Promise((again) => setTimeout(again, 10));
  }
}
