import type { EventName, EventValue } from '#contract/events.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { SyncView } from '#contract/shapes/sync-state.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { HALL_PACE, type Pace } from '#rules/sync/pace.ts';
import type { Log } from '../log.ts';
import type { SourceDesk, SyncDesk } from '../parts.ts';
import { SiteRefused } from '../settings/load-site.ts';
import { blockInUse, keepSiteBlock, numbersLeft } from '../store/numbers.ts';
import { doneBetween, owedCounts, sendingNow, standingDebts } from '../store/outbox-view.ts';
import { provinceLine } from '../store/province-line.ts';
import { httpProvince } from './adapters/http-province.ts';
import type { HourlyAsking } from './asking-hourly.ts';
import { keepCatalogue, type KeptCatalogue } from './catalogue-keeping.ts';
import { dayStartMs } from './hall-day.ts';
import { type ExpertKeeping, keepExpertAnswers } from './expert-keeping.ts';
import { type ExchangeLimits, HALL_LIMITS } from './http-exchange.ts';
import { type OutboxRun, startOutboxRun } from './outbox-run.ts';
import type { Province } from './province.ts';
import { keepQueryList } from './query-list-keeping.ts';
import { openSources } from './source-desk.ts';

export interface SyncWishes {
  readonly db: Writer;
  readonly site: Site;
  readonly nowMs: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly announce: <N extends EventName>(name: N, value: EventValue<N>) => void;
  readonly log: Log;
  /** How patient the run is; a hall keeps the default. */
  readonly pace?: Pace;
  readonly limits?: ExchangeLimits;
  /** What the platform is asked to confirm once an hour. */
  readonly catalogue?: KeptCatalogue;
  /** How long what is owed from before waits at the start; what is new goes at once. */
  readonly firstLookInMs?: number;
  /** Another platform than the one over HTTP. */
  readonly openProvince?: (onSkew: (skewMs: number) => void) => Province;
}

const LANES = 4;
const HOUR_MS = 3_600_000;
const STOP_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 60_000;
/** A clerk and a citizen wait for what the expert says. */
const HEAR_EXPERT_EVERY_MS = 10_000;
/** A sending is at most: two sign-ins, the question by key and the one by number, each a whole exchange. */
const EXCHANGES_PER_LEASE = 6;
/** News are gathered this long, so that a long queue that drains does not flood the screens. */
const GATHER_NEWS_MS = 120;

/**
 * Starts the reporting of this window: keeps the site's number block, sends what is owed, says how it stands.
 *
 * Without a `province.url` nothing is sent and everything stays owed.
 *
 * @throws SiteRefused when the site's block of numbers runs into another one
 */
export function startSync(
  wishes: SyncWishes,
): SyncDesk & { readonly sources: SourceDesk; readonly stop: () => Promise<void> } {
  const { db, site, nowMs, log } = wishes;
  if (keepSiteBlock(db, site.numbers, nowMs()) === 'overlaps') {
    throw new SiteRefused(
      `numbers: ${site.numbers.from} to ${site.numbers.to} runs into numbers this window has already. ` +
        'A block may only be made longer; a new one must start after all others.',
    );
  }
  let skewMs: number | null = provinceLine(db).skewMs;
  const news = gatherNews(() => {
    const { line, owed } = summary(wishes);
    wishes.announce('sync.changed', { owed, line });
  });
  const province = openProvince(wishes, (heardMs) => {
    skewMs = heardMs;
  });
  const limits = wishes.limits ?? HALL_LIMITS;
  const run: OutboxRun | null = province && {
    ...startOutboxRun({
      db,
      province,
      nowMs,
      random: wishes.random,
      pace: wishes.pace ?? HALL_PACE,
      keyMemoryMs: site.province.keyMemoryHours * HOUR_MS,
      skewMs: () => skewMs,
      lanes: LANES,
      leaseMs: EXCHANGES_PER_LEASE * limits.wholeMs,
      stopWithinMs: STOP_WITHIN_MS,
      lookEveryMs: LOOK_EVERY_MS,
      firstLookInMs: wishes.firstLookInMs ?? 0,
      onChange: () => {
        news.soon();
        keeping?.look();
        listing?.look();
      },
      log,
    }),
  };
  const keeping: HourlyAsking | null =
    province && wishes.catalogue
      ? keepCatalogue({
          province,
          catalogue: wishes.catalogue,
          lineIsOpen: () => provinceLine(db).state === 'ok',
          nowMs,
          log,
        })
      : null;
  const listing: HourlyAsking | null =
    province &&
    keepQueryList({ province, db, lineIsOpen: () => provinceLine(db).state === 'ok', nowMs, log });
  const asking: ExpertKeeping | null =
    province &&
    keepExpertAnswers({
      province,
      db,
      nowMs,
      log,
      changed: (caseId) => wishes.announce('case.changed', { caseId }),
    });
  const hearing = setInterval(() => asking?.look(), HEAR_EXPERT_EVERY_MS).unref();
  const looking = setInterval(() => {
    keeping?.look();
    listing?.look();
  }, LOOK_EVERY_MS).unref();

  return {
    view: () => syncView(wishes, run !== null),
    line: () => (run === null ? 'not-configured' : provinceLine(db).state),
    wake: () => {
      news.soon();
      run?.wake();
      asking?.look();
    },
    tryNow: async () => run?.tryNow(),
    sources: openSources(province),
    stop: async () => {
      news.stop();
      clearInterval(looking);
      clearInterval(hearing);
      await asking?.stop();
      await listing?.stop();
      await keeping?.stop();
      await run?.stop();
    },
  };
}

function openProvince(wishes: SyncWishes, onSkew: (skewMs: number) => void): Province | null {
  const { site, nowMs } = wishes;
  if (wishes.openProvince) return wishes.openProvince(onSkew);
  if (site.province.url === null) return null;
  return httpProvince({
    url: site.province.url,
    account: site.province.account,
    secret: site.province.secret,
    site: site.site,
    window: site.window,
    certificateAuthority: site.province.certificateAuthority,
    certificateCodes: site.province.certificateCodes,
    limits: wishes.limits ?? HALL_LIMITS,
    nowMs,
    onSkew,
  });
}

function summary({ db, site, openProvince: other }: SyncWishes): { line: SyncView['line']; owed: number } {
  const isConfigured = site.province.url !== null || other !== undefined;
  return { line: isConfigured ? provinceLine(db).state : 'not-configured', owed: owedCounts(db).owed };
}

function syncView({ db, site, nowMs }: SyncWishes, isConfigured: boolean): SyncView {
  const line = provinceLine(db);
  const state = isConfigured ? line.state : 'not-configured';
  const atMs = nowMs();
  const sinceMs = dayStartMs(atMs, site.timeZone);
  const holdUntilMs = line.holdUntilMs !== null && line.holdUntilMs > atMs ? line.holdUntilMs : null;
  const debts = standingDebts(db, state, { sinceMs, holdUntilMs });
  const nextTries = debts.flatMap((debt) => debt.nextTryAtMs ?? []);
  const block = blockInUse(db);
  return {
    line: state,
    lineSinceMs: isConfigured ? line.sinceMs : null,
    lastAckAtMs: line.lastAckAtMs,
    lastTryAtMs: line.lastTryAtMs,
    nextTryAtMs: isConfigured && nextTries.length > 0 ? Math.min(...nextTries) : null,
    ...owedCounts(db),
    doneToday: doneBetween(db, sinceMs, atMs),
    sendingReceiptNumber: sendingNow(db),
    skewMs: line.skewMs,
    debts,
    numberBlock: block && { ...block, left: numbersLeft(db) },
  };
}

/** At most one piece of news in a while, and never none after a change. */
function gatherNews(tell: () => void): { readonly soon: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  return {
    soon: () => {
      if (stopped) return;
      timer ??= setTimeout(() => {
        timer = null;
        tell();
      }, GATHER_NEWS_MS).unref();
    },
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
