import type { CaseId } from '#contract/shapes/case.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { no } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { caseById, type CaseRecord, casesOfVisit } from '../store/cases.ts';
import { partiesOf } from '../store/parties.ts';
import { gatherForm, type WholeForm } from './gather-form.ts';

/** Which form: of one case, or of every open case of its visit as one. */
export interface FormPlace {
  readonly caseId: CaseId;
  readonly scope: 'case' | 'visit';
}

/** The form at a place, or null when there is no such case. */
export function formAt(looking: Looking, { caseId, scope }: FormPlace): WholeForm | null {
  const record = caseById(looking.db, caseId);
  if (!record) return null;
  const [first = record, ...others] = scope === 'visit' ? openBeside(looking, record) : [record];
  return gatherForm(looking, [first, ...others], record.parties ?? partiesOf(looking.db, record.visitId));
}

/** A case that was decided keeps its own form: only open ones are asked together. */
function openBeside({ db }: Looking, record: CaseRecord): CaseRecord[] {
  if (!takesPapers(record.state)) return [record];
  return casesOfVisit(db, record.visitId).filter(({ state }) => takesPapers(state));
}

type OpenForm =
  | { readonly ok: true; readonly whole: WholeForm }
  | { readonly ok: false; readonly refusal: 'no-such-case' | 'already-decided' };

/** The form at a place, to be changed. */
export function openForm(bench: Looking, place: FormPlace): OpenForm {
  const whole = formAt(bench, place);
  if (!whole) return no('no-such-case');
  return whole.frozen ? no('already-decided') : { ok: true, whole };
}
