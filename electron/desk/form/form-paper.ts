import type { CaseId } from '#contract/shapes/case.ts';
import type { NoticeId } from '#contract/shapes/notice.ts';
import type { FormPaper } from '#contract/shapes/form-view.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { type FormLine, formLines } from '#rules/form/form-lines.ts';
import type { Looking } from '../intake/case-whole.ts';
import { frozenText } from '../papers/frozen-text.ts';
import { caseById } from '../store/cases.ts';
import { casesOfFormPaper, formObjection, formPaperLines, newestFormPaper } from '../store/form-papers.ts';
import { noticeById } from '../store/notices.ts';
import { lastSignature } from '../store/signatures.ts';
import type { WholeForm } from './gather-form.ts';
import { formAt } from './open-form.ts';

/** What of a form goes onto paper: what is asked for now and has an answer. */
export function linesOfForm({ fields, facts }: WholeForm): FormLine[] {
  return formLines(fields, (meaning) => facts.get(meaning)?.words[0]);
}

/**
 * Hash of what a form says for one case: who applies, and every answer with its source. Two forms with one hash are
 * signed by one signature; days are left out, because a word of a party is of the day on which it is read.
 */
export function valuesHash(form: WholeForm): string {
  const { applicant, handler } = form.people;
  return frozenText({
    applicant: applicant && [applicant.details.name, applicant.details.certificateNumber],
    handler: handler && [handler.details.name, handler.details.certificateNumber],
    lines: linesOfForm(form).map(({ meaning, value, source }) => ({ meaning, value, source })),
  }).sha256;
}

/** Somebody signed what the form of this case says now, or could not and a clerk witnessed it. */
export function isFormSigned(db: Reader, caseId: CaseId, form: WholeForm): boolean {
  const paper = newestFormPaper(db, caseId);
  if (paper?.valuesHash !== valuesHash(form)) return false;
  const last = lastSignature(db, paper.noticeId)?.outcome;
  return last !== undefined && last !== 'refused';
}

/** The newest paper of this form and whether it still says what the form says; null where none was made. */
export function formPaperOf(looking: Looking, whole: WholeForm): FormPaper | null {
  const { db } = looking;
  const [first] = whole.caseIds;
  const newest = first && newestFormPaper(db, first);
  const notice = newest && noticeById(db, newest.noticeId)?.summary;
  if (!newest || !notice) return null;
  const objected = new Set(formObjection(db, newest.noticeId));
  const lines = formPaperLines(db, newest.noticeId) ?? [];
  return {
    noticeId: newest.noticeId,
    documentNumber: notice.documentNumber,
    signing: notice.signing,
    changed: whole.caseIds.some((caseId) => !isOnPaper(looking, caseId, newest.noticeId, whole)),
    objected: lines
      .filter(
        ({ meaning, value }) => objected.has(meaning) && whole.facts.get(meaning)?.words[0]?.value === value,
      )
      .map(({ meaning }) => meaning),
  };
}

/** A form paper that no longer says what its forms say: nobody signs it. */
export function isOutdatedFormPaper(looking: Looking, noticeId: NoticeId): boolean {
  return casesOfFormPaper(looking.db, noticeId).some(
    ({ caseId, valuesHash: kept }) => kept !== valuesHashNow(looking, caseId),
  );
}

function isOnPaper(looking: Looking, caseId: CaseId, noticeId: NoticeId, whole: WholeForm): boolean {
  const newest = newestFormPaper(looking.db, caseId);
  if (newest?.noticeId !== noticeId) return false;
  const now = whole.caseIds.length === 1 ? valuesHash(whole) : valuesHashNow(looking, caseId);
  return newest.valuesHash === now;
}

function valuesHashNow(looking: Looking, caseId: CaseId): string | null {
  const form = formAt(looking, { caseId, scope: 'case' });
  return form && valuesHash(form);
}

/** Whether an item of this form asks for the signature. */
export function isSignatureWanted({ db }: Pick<Looking, 'db'>, { caseIds }: WholeForm): boolean {
  return caseIds.some((caseId) => caseById(db, caseId)?.item.signedForm);
}
