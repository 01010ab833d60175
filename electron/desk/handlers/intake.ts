import { intakeCalls } from '#contract/calls/intake.ts';
import type { Reply } from '#contract/call.ts';
import type { CaseId, OutcomeGiven } from '#contract/shapes/case.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { type Answers, no, onRead, onWrite, type WriteBench, yes } from '../answering.ts';
import { sharePaper } from '../bundles/share-papers.ts';
import { nearestFirst } from '../crossing/nearest-first.ts';
import { fillFromGuidance } from '../guidance/guide.ts';
import { visitView } from '../identity/visit-view.ts';
import { caseView, viewOf } from '../intake/case-view.ts';
import { decideCase, type Decided, type DecisionRefusal } from '../intake/decide-case.ts';
import { provide } from '../intake/provide.ts';
import { lookAtCase } from '../intake/seen-case.ts';
import { searchCases } from '../intake/search-cases.ts';
import { takeFilePiece } from '../intake/take-file-piece.ts';
import { addCase, caseById, type CaseRecord, discardDraft, saveAnswers } from '../store/cases.ts';
import { bundleOfCase } from '../store/open-bundles.ts';
import { visitById, visitInHand } from '../store/visits.ts';

/** Bundles in a list of hits, at most: a hall has few, and items come after them. */
const BUNDLES_FOUND = 3;

export const intakeAnswers: Answers<'intake'> = {
  'intake.find-item': onRead(intakeCalls['intake.find-item'], ({ text, limit }, { parts }) =>
    yes(
      [
        ...parts.items.findBundle(text, BUNDLES_FOUND),
        ...nearestFirst(parts.items.find(text, limit), parts.site),
      ].slice(0, limit),
    ),
  ),

  'intake.item': onRead(intakeCalls['intake.item'], ({ itemCode }, { parts }) => {
    const item = parts.items.byCode(itemCode);
    return item ? yes({ ...item, situations: situationsAsked(item) }) : no('no-such-item');
  }),

  'intake.visit': onRead(intakeCalls['intake.visit'], (_input, { db, today, parts }) => {
    const visit = visitInHand(db);
    return yes(visit && visitView(db, visit, today, parts.site.site));
  }),

  'intake.open': onWrite(intakeCalls['intake.open'], ({ visitId, itemCode }, bench) => {
    const { db, parts, nowMs } = bench;
    const visit = visitById(db, visitId);
    if (!visit) return no('no-such-visit');
    if (visit.closedAtMs !== null) return no('visit-finished');
    const item = parts.items.byCode(itemCode);
    if (!item) return no('no-such-item');
    bench.afterwards(() => parts.announce('visit.changed', { visitId }));
    const caseId = addCase(db, visitId, item, nowMs);
    const by = bench.asker.staff?.number ?? 'nobody';
    fillFromGuidance(db, visit, { caseId, item, atMs: nowMs, by });
    return viewAfter(bench, caseId) ?? no('no-such-visit');
  }),

  'intake.look': onRead(intakeCalls['intake.look'], ({ caseId }, bench) => {
    const seen = lookAtCase(bench, caseId);
    return seen ? yes(viewOf(bench, seen)) : no('no-such-case');
  }),

  'intake.discard': onWrite(intakeCalls['intake.discard'], ({ caseId }, bench) => {
    const { db, today, parts, about, afterwards } = bench;
    const record = caseById(db, caseId);
    if (!record) return no('no-such-case');
    about(caseId);
    if (bundleOfCase(db, caseId)) return no('part-of-bundle');
    if (!discardDraft(db, caseId)) return no('already-decided');
    const visit = visitById(db, record.visitId);
    if (!visit) return no('no-such-case');
    afterwards(() => parts.announce('visit.changed', { visitId: visit.id }));
    return yes(visitView(db, visit, today, parts.site.site));
  }),

  'intake.answer': onWrite(intakeCalls['intake.answer'], ({ caseId, situationId, optionId }, bench) => {
    const open = openCase(bench, caseId);
    if (!open.ok) return open;
    const { item, answers } = open.record;
    const situation = situationsAsked(item).find(({ id }) => id === situationId);
    const known = optionId === null || situation?.options.some(({ id }) => id === optionId);
    if (!situation || !known) return no('no-such-situation');

    const { [situationId]: _before, ...others } = answers;
    saveAnswers(bench.db, caseId, optionId === null ? others : { ...others, [situationId]: optionId });
    return viewAfter(bench, caseId) ?? no('no-such-case');
  }),

  'intake.provide': onWrite(intakeCalls['intake.provide'], (input, bench) => {
    const open = openCase(bench, input.caseId);
    if (!open.ok) return open;
    const barred = provide(bench, open.record, input);
    if (barred) return no(barred);
    sharePaper(bench, input.caseId, input.materialId);
    return viewAfter(bench, input.caseId) ?? no('no-such-case');
  }),

  'intake.add-file-piece': onWrite(intakeCalls['intake.add-file-piece'], (piece, bench) => {
    const open = openCase(bench, piece.caseId);
    if (!open.ok) return open;
    const taken = takeFilePiece(bench, open.record, piece);
    if (taken.ok && taken.value.file && piece.materialId !== null) {
      sharePaper(bench, piece.caseId, piece.materialId);
    }
    return taken;
  }),

  'intake.receive': onWrite(intakeCalls['intake.receive'], ({ caseId }, bench) =>
    withoutListWords(decideCase(bench, caseId, { act: 'receive' })),
  ),

  'intake.accept': onWrite(intakeCalls['intake.accept'], ({ caseId }, bench) =>
    withoutListWords(decideCase(bench, caseId, { act: 'accept' })),
  ),

  'intake.correct': onWrite(intakeCalls['intake.correct'], ({ caseId, list, second }, bench) =>
    decideCase(bench, caseId, { act: 'correct', list, second }),
  ),

  'intake.refuse': onWrite(intakeCalls['intake.refuse'], ({ caseId, reason, say }, bench) =>
    withoutListWords(decideCase(bench, caseId, { act: 'refuse', reason, say })),
  ),

  'intake.find-cases': onWrite(intakeCalls['intake.find-cases'], ({ text, limit }, bench) => {
    bench.about('cases', 'search');
    return yes(searchCases(bench, text, limit));
  }),

  'intake.cases-of-card': onWrite(intakeCalls['intake.cases-of-card'], ({ readingId, limit }, bench) => {
    bench.about('cases', 'card');
    const held = bench.parts.cards.reading(readingId);
    return held ? yes(searchCases(bench, held.reading.card.number, limit)) : no('reading-gone');
  }),
};

type OpenCase =
  | { readonly ok: true; readonly record: CaseRecord }
  | { readonly ok: false; readonly refusal: 'no-such-case' | 'already-decided' };

function openCase({ db, about }: WriteBench, caseId: CaseId): OpenCase {
  const record = caseById(db, caseId);
  if (!record) return no('no-such-case');
  about(caseId);
  return takesPapers(record.state) ? { ok: true, record } : no('already-decided');
}

function viewAfter(bench: WriteBench, caseId: CaseId) {
  const record = caseById(bench.db, caseId);
  if (!record) return null;
  bench.about(caseId);
  bench.afterwards(() => bench.parts.announce('case.changed', { caseId }));
  return yes(caseView(bench, record));
}

/** Words about a correction list can only come from handing one out. */
function withoutListWords(reply: Decided): Reply<OutcomeGiven, Exclude<DecisionRefusal, ListWord>> {
  if (reply.ok) return reply;
  const { refusal } = reply;
  if (isListWord(refusal)) {
    throw new Error(`only a correction is refused with ${refusal}`);
  }
  return no(refusal);
}

const LIST_WORDS = [
  'list-incomplete',
  'nothing-missing',
  'notice-already-given',
  'voucher-not-good',
] as const;
type ListWord = (typeof LIST_WORDS)[number];

function isListWord(refusal: DecisionRefusal): refusal is ListWord {
  return LIST_WORDS.some((word) => word === refusal);
}
