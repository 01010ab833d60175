import { helpCalls } from '#contract/calls/help.ts';
import { helpStanding, isHelpersAct } from '#rules/intake/helping.ts';
import { type Answers, no, onRead, onWrite, yes } from '../answering.ts';
import { helpLists, makeHelpList, signForList } from '../help/help-lists.ts';
import { casesInVisit } from '../store/case-visits.ts';
import { caseById } from '../store/cases.ts';
import { helpOfVisit, noteHelp, saveHelp } from '../store/helps.ts';
import { partiesOf } from '../store/parties.ts';
import { visitById } from '../store/visits.ts';

export const helpAnswers: Answers<'help'> = {
  'help.look': onRead(helpCalls['help.look'], ({ visitId }, { db }) =>
    visitById(db, visitId) ? yes({ help: helpOfVisit(db, visitId) }) : no('no-such-visit'),
  ),

  'help.save': onWrite(helpCalls['help.save'], ({ visitId, mode, helper, consent }, bench) => {
    const { db, today, nowMs: atMs, asker, parts } = bench;
    const visit = visitById(db, visitId);
    if (!visit) return no('no-such-visit');
    if (visit.closedAtMs !== null) return no('visit-finished');
    bench.about(visitId, 'helper');
    const before = helpOfVisit(db, visitId);
    if (before && before.did.length > 0 && before.helper.badge !== helper.badge) return no('another-helper');
    const clerk = asker.staff?.number ?? 'nobody';
    const barred = helpStanding({
      helper,
      consent,
      items: casesInVisit(db, visitId).flatMap((id) => caseById(db, id)?.item.code ?? []),
      people: Object.values(partiesOf(db, visitId)).flatMap((party) => party?.details.name ?? []),
      clerk,
      today,
    });
    if (barred) return no(barred);
    saveHelp(db, visitId, { mode, helper, consent }, { atMs, clerk });
    bench.afterwards(() => parts.announce('visit.changed', { visitId }));
    return yes({ help: helpOfVisit(db, visitId) });
  }),

  'help.note': onWrite(helpCalls['help.note'], ({ visitId, act }, bench) => {
    const { db, nowMs: atMs, asker, parts } = bench;
    if (!visitById(db, visitId)) return no('no-such-visit');
    if (!helpOfVisit(db, visitId)) return no('no-helper');
    if (!isHelpersAct(act)) return no('not-for-a-helper');
    bench.about(visitId, `helper ${act}`);
    noteHelp(db, { visitId, act, atMs, clerk: asker.staff?.number ?? 'nobody' });
    bench.afterwards(() => parts.announce('visit.changed', { visitId }));
    return yes({ help: helpOfVisit(db, visitId) });
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
