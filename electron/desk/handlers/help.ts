import { helpCalls } from '#contract/calls/help.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { HelpConsent, Helper } from '#contract/shapes/help.ts';
import { helpStanding, isHelpersAct } from '#rules/intake/helping.ts';
import { type Answers, no, onRead, onWrite, type ReadBench, type WriteBench, yes } from '../answering.ts';
import { askConsent } from '../help/ask-consent.ts';
import { helpLists, makeHelpList, signForList } from '../help/help-lists.ts';
import { helpNow } from '../help/help-now.ts';
import { takeOffScreen } from '../papers/signing-desk.ts';
import { casesInVisit } from '../store/case-visits.ts';
import { caseById } from '../store/cases.ts';
import { helpOfVisit, noteHelp, saveHelp } from '../store/helps.ts';
import { partiesOf } from '../store/parties.ts';
import { visitById } from '../store/visits.ts';

export const helpAnswers: Answers<'help'> = {
  'help.look': onRead(helpCalls['help.look'], ({ visitId }, bench) =>
    visitById(bench.db, visitId) ? yes(helpIn(bench, visitId)) : no('no-such-visit'),
  ),

  'help.save': onWrite(helpCalls['help.save'], ({ visitId, mode, helper, consent }, bench) => {
    const barred = helpBarred(bench, visitId, helper, consent);
    if (barred) return no(barred);
    const made = helpOfVisit(bench.db, visitId)?.consent.paper;
    if (made) takeOffScreen(bench, made.noticeId);
    saveHelp(bench.db, visitId, { mode, helper, consent }, { ...byWhom(bench), paper: null });
    return helpSaved(bench, visitId);
  }),

  'help.ask-consent': onWrite(helpCalls['help.ask-consent'], ({ visitId, helper, until, items }, bench) => {
    const consent = { on: bench.today, until, items, originalSeen: true };
    const barred =
      helpBarred(bench, visitId, helper, consent) ?? askConsent(bench, visitId, { helper, until, items });
    return barred ? no(barred) : helpSaved(bench, visitId);
  }),

  'help.note': onWrite(helpCalls['help.note'], ({ visitId, act }, bench) => {
    const { db } = bench;
    if (!visitById(db, visitId)) return no('no-such-visit');
    if (!helpOfVisit(db, visitId)) return no('no-helper');
    if (!isHelpersAct(act)) return no('not-for-a-helper');
    bench.about(visitId, `helper ${act}`);
    noteHelp(db, { visitId, act, ...byWhom(bench) });
    return helpSaved(bench, visitId);
  }),

  'help.lists': onRead(helpCalls['help.lists'], (_input, bench) => yes(helpLists(bench))),

  'help.make-list': onWrite(helpCalls['help.make-list'], ({ badge }, bench) => {
    const barred = makeHelpList(bench, badge);
    return barred ? no(barred) : yes(helpLists(bench));
  }),

  'help.sign-list': onWrite(helpCalls['help.sign-list'], ({ listId, badge }, bench) => {
    const barred = signForList(bench, listId, badge);
    return barred ? no(barred) : yes(helpLists(bench));
  }),
};

/** Why somebody may not be written down as the helper of a visit, or null. */
function helpBarred(bench: WriteBench, visitId: VisitId, helper: Helper, consent: HelpConsent) {
  const { db, today } = bench;
  const visit = visitById(db, visitId);
  if (!visit) return 'no-such-visit';
  if (visit.closedAtMs !== null) return 'visit-finished';
  bench.about(visitId, 'helper');
  const before = helpOfVisit(db, visitId);
  if (before && before.did.length > 0 && before.helper.badge !== helper.badge) return 'another-helper';
  return helpStanding({
    helper,
    consent,
    items: casesInVisit(db, visitId).flatMap((id) => caseById(db, id)?.item.code ?? []),
    people: Object.values(partiesOf(db, visitId)).flatMap((party) => party?.details.name ?? []),
    clerk: byWhom(bench).clerk,
    today,
  });
}

function helpSaved(bench: WriteBench, visitId: VisitId) {
  bench.afterwards(() => bench.parts.announce('visit.changed', { visitId }));
  return yes(helpIn(bench, visitId));
}

function helpIn(bench: Pick<ReadBench, 'db' | 'parts'>, visitId: VisitId) {
  return { help: helpNow(bench, visitId, partiesOf(bench.db, visitId).applicant) };
}

function byWhom({ nowMs: atMs, asker }: WriteBench) {
  return { atMs, clerk: asker.staff?.number ?? 'nobody' };
}
