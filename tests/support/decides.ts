import { type CaseView, OutcomeGiven } from '#contract/shapes/case.ts';
import type { SetDesk } from './desk.ts';

/** Whatever outcome this desk is asked for leaves the case so: whoever looks afterwards sees it. */
export function decides(desk: SetDesk, left: CaseView): void {
  const decided = () => {
    desk.answer({ 'intake.look': { ok: true, value: left } });
    return { ok: true, value: outcomeOf(left) } as const;
  };
  desk.answer({
    'intake.receive': decided,
    'intake.accept': decided,
    'intake.correct': decided,
    'intake.refuse': decided,
  });
}

function outcomeOf(left: CaseView): OutcomeGiven {
  const notices = left.notices.map(({ id, kind, documentNumber }) => ({ id, kind, documentNumber }));
  return OutcomeGiven.parse({ ...fieldsOf(left, Object.keys(OutcomeGiven.shape)), notices });
}

function fieldsOf(view: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(view).filter(([name]) => names.includes(name)));
}
