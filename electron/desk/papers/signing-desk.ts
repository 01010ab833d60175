import { createHash } from 'node:crypto';
import type { Output } from '#contract/calls.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { NoticeId } from '#contract/shapes/notice.ts';
import type { SignatureOutcome, Stroke } from '#contract/shapes/signature.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { maskedPartyName } from '#rules/identity/mask.ts';
import { citizenDay } from '#rules/intake/citizen-day.ts';
import { pageWords } from '#rules/notices/page-words.ts';
import { isWritten, wantsSignature } from '#rules/notices/signing.ts';
import type { Asker, ReadBench, WriteBench } from '../answering.ts';
import { ratingShown } from '../evaluation/rating.ts';
import { isOutdatedFormPaper } from '../form/form-paper.ts';
import type { Looking } from '../intake/case-whole.ts';
import { consentShown } from '../queries/consent-desk.ts';
import { casesOfVisit } from '../store/cases.ts';
import { addFormObjection, formPaperLines } from '../store/form-papers.ts';
import { visitOfConsent } from '../store/helps.ts';
import { noticeById, noticeContent } from '../store/notices.ts';
import { partiesOf } from '../store/parties.ts';
import {
  askToSign,
  clearSigning,
  keepSignature,
  lastSignature,
  objectToSign,
  type Signing,
  signingNow,
} from '../store/signatures.ts';
import { visitInHand } from '../store/visits.ts';
import { signaturePng } from './signature-png.ts';

/** A paper that nobody signed in this time leaves the screen by itself. */
const ON_SCREEN_MS = 10 * 60_000;
/** The shell names a seat after the kind of its window; a page cannot. */
const CITIZENS_SEAT = /^citizen-/;

export function isCitizensSeat({ seat }: Pick<Asker, 'seat'>): boolean {
  return CITIZENS_SEAT.test(seat);
}

type CitizenView = Output<'citizen.view'>;

/** What the citizen at this window may see. Every other screen learns only where it is. */
export function citizenView(bench: ReadBench): CitizenView {
  const {
    db,
    asker,
    nowMs,
    parts: { site },
  } = bench;
  const isCitizens = isCitizensSeat(asker);
  const signing = isCitizens ? paperOnScreen(bench) : null;
  return {
    hallName: site.hallName,
    hallNameEn: site.hallNameEn,
    hallPhone: site.hallPhone,
    window: site.window,
    serving: isCitizens ? servingNow(db) : null,
    paper: signing && paperToSign(db, signing),
    consent: isCitizens ? consentShown(db, nowMs) : null,
    rating: isCitizens ? ratingShown(db, nowMs) : null,
  };
}

/** Lays a paper on the citizen's screen to be signed; what lay there before is taken away. */
export function showOnScreen(bench: WriteBench, noticeId: NoticeId): void {
  const { db, nowMs: atMs, asker } = bench;
  const visitId = visitInHand(db)?.id ?? null;
  askToSign(db, { noticeId, visitId, atMs, clerk: asker.staff?.number ?? 'nobody' });
  tellSigning(bench, noticeId);
}

/** Takes a paper that is no longer wanted off the screen; nothing is signed. */
export function takeOffScreen(bench: WriteBench, noticeId: NoticeId): void {
  if (signingNow(bench.db)?.noticeId !== noticeId) return;
  clearSigning(bench.db);
  tellSigning(bench, noticeId);
}

/** What the citizen's pen wrote, kept with the hash of the content it signs. */
export function signOnScreen(
  bench: WriteBench,
  signingId: string,
  strokes: readonly Stroke[],
): 'not-the-citizens-screen' | 'no-longer-asked' | 'nothing-written' | null {
  const signing = askedAt(bench, signingId);
  if (typeof signing === 'string') return signing;
  if (!isWritten(strokes)) return 'nothing-written';
  const png = signaturePng(strokes);
  settle(bench, signing.noticeId, {
    outcome: 'signed',
    png,
    sha256: createHash('sha256').update(png).digest('hex'),
    reason: null,
    clerk: signing.askedBy,
  });
  return null;
}

export function objectOnScreen(
  bench: WriteBench,
  signingId: string,
  wrong: readonly Meaning[] = [],
): 'not-the-citizens-screen' | 'no-longer-asked' | null {
  const signing = askedAt(bench, signingId);
  if (typeof signing === 'string') return signing;
  objectToSign(bench.db, signing.id, bench.nowMs);
  if (formPaperLines(bench.db, signing.noticeId)) {
    addFormObjection(bench.db, signing.noticeId, wrong, bench.nowMs);
  }
  tellSigning(bench, signing.noticeId);
  return null;
}

/** Whether a paper may be signed now, on the screen or with a pen. */
export function signingBarred(
  db: Reader,
  noticeId: NoticeId,
): 'no-such-notice' | 'no-signature-wanted' | 'signed-already' | null {
  const notice = noticeById(db, noticeId);
  if (!notice) return 'no-such-notice';
  if (!wantsSignature(notice.summary.kind)) return 'no-signature-wanted';
  const last = lastSignature(db, noticeId)?.outcome;
  return last === 'signed' || last === 'on-paper' ? 'signed-already' : null;
}

/** Keeps how a signing ended, takes the paper off the screen and has the page pressed anew. */
export function settle(
  bench: Pick<WriteBench, 'db' | 'nowMs' | 'parts' | 'afterwards'>,
  noticeId: NoticeId,
  how: {
    readonly outcome: SignatureOutcome;
    readonly png: Uint8Array | null;
    readonly sha256: string | null;
    readonly reason: string | null;
    readonly clerk: string;
  },
): void {
  const { db, nowMs, parts } = bench;
  const contentHash = noticeById(db, noticeId)?.summary.contentHash;
  if (contentHash === undefined) throw new RangeError('a signature belongs to a paper');
  keepSignature(db, { noticeId, contentHash, ...how, atMs: nowMs, window: parts.site.window });
  if (signingNow(db)?.noticeId === noticeId) clearSigning(db);
  tellSigning(bench, noticeId);
  bench.afterwards(() => parts.press.wake());
}

/** Tells both screens: the citizen's what to show, the clerk's how the paper stands. */
export function tellSigning(
  { db, parts, afterwards }: Pick<WriteBench, 'db' | 'parts' | 'afterwards'>,
  noticeId: NoticeId | null,
): void {
  const caseId = noticeId && (noticeById(db, noticeId)?.caseId ?? null);
  const visitId = noticeId && visitOfConsent(db, noticeId);
  afterwards(() => {
    parts.announce('citizen.changed', {});
    if (caseId) parts.announce('case.changed', { caseId });
    // Whether a case may be accepted hangs on the consent to its helper.
    if (visitId) parts.announce('visit.changed', { visitId });
  });
}

function askedAt(
  bench: WriteBench,
  signingId: string,
): Signing | 'not-the-citizens-screen' | 'no-longer-asked' {
  if (!isCitizensSeat(bench.asker)) return 'not-the-citizens-screen';
  const signing = paperOnScreen(bench);
  return signing?.id === signingId ? signing : 'no-longer-asked';
}

/** The paper on the screen, unless its citizen has left, objected, or let it lie too long, or its form has changed. */
function paperOnScreen(bench: Looking): Signing | null {
  const { db, nowMs } = bench;
  const signing = signingNow(db);
  if (!signing || signing.objectedAtMs !== null) return null;
  const isHere = (visitInHand(db)?.id ?? null) === signing.visitId;
  if (!isHere || nowMs - signing.askedAtMs >= ON_SCREEN_MS) return null;
  return isOutdatedFormPaper(bench, signing.noticeId) ? null : signing;
}

function paperToSign(db: Reader, { id, noticeId }: Signing): CitizenView['paper'] {
  const content = noticeContent(db, noticeId);
  if (!content) return null;
  const lines = formPaperLines(db, noticeId);
  const { kind, title, organ, rows, paragraphs, table, annex, signers } = content;
  return {
    signingId: id,
    signer: signers?.[0] ?? pageWords.signer,
    kind,
    title,
    organ,
    rows,
    paragraphs,
    table,
    ...(annex ? { annex } : {}),
    ...(lines ? { sections: bySection(lines) } : {}),
  };
}

/** The answers of an application form under their headings, in the order of the form. */
function bySection(lines: NonNullable<ReturnType<typeof formPaperLines>>) {
  const sections = Map.groupBy(lines, ({ sectionZh }) => sectionZh);
  return [...sections].map(([labelZh, of]) => ({
    labelZh,
    labelEn: of[0]?.sectionEn ?? labelZh,
    lines: of.map((line) => ({
      meaning: line.meaning,
      labelZh: line.labelZh,
      labelEn: line.labelEn,
      shownZh: line.shownZh,
      shownEn: line.shownEn,
      source: line.source,
      asOf: line.asOf,
    })),
  }));
}

function servingNow(db: Reader): CitizenView['serving'] {
  const visit = visitInHand(db);
  if (!visit) return null;
  const { applicant } = partiesOf(db, visit.id);
  const name = applicant?.details.name ?? '';
  return {
    ticketNumber: visit.ticketNumber,
    applicantName: applicant && name !== '' ? maskedPartyName(applicant.details.kind, name) : null,
    items: casesOfVisit(db, visit.id).map((record) => ({
      nameZh: record.item.nameZh,
      nameEn: record.item.nameEn,
      state: record.state,
      day: citizenDay(record),
    })),
  };
}
