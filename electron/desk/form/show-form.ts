import type { NoticeId } from '#contract/shapes/notice.ts';
import { isFormWhole } from '#rules/form/form-standing.ts';
import type { WriteBench } from '../answering.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { showOnScreen, signingBarred } from '../papers/signing-desk.ts';
import { caseById } from '../store/cases.ts';
import { addFormPaper } from '../store/form-papers.ts';
import type { Party } from '../store/parties.ts';
import { formPaperOf, linesOfForm, valuesHash } from './form-paper.ts';
import type { WholeForm } from './gather-form.ts';
import { formAt } from './open-form.ts';

/**
 * Puts the form before the citizen: freezes what it says as a paper (申请表) and asks for a signature on the citizen's
 * screen. While nothing changed the same paper is shown again; a change makes a new one with its own number.
 *
 * @source domain.md 12.3 F44; 行政许可法 art. 31
 */
export function showForm(
  bench: WriteBench,
  whole: WholeForm,
): 'form-incomplete' | 'nothing-to-show' | 'signed-already' | null {
  if (linesOfForm(whole).length === 0) return 'nothing-to-show';
  if (!isFormWhole(whole.standing)) return 'form-incomplete';
  const paper = formPaperOf(bench, whole);
  const noticeId = paper && !paper.changed ? paper.noticeId : makePaper(bench, whole);
  if (signingBarred(bench.db, noticeId) === 'signed-already') return 'signed-already';
  showOnScreen(bench, noticeId);
  return null;
}

function makePaper(bench: WriteBench, whole: WholeForm): NoticeId {
  const { db } = bench;
  const { caseIds, visitId, people } = whole;
  const records = caseIds.flatMap((caseId) => caseById(db, caseId) ?? []);
  const [first, ...others] = records;
  const lines = linesOfForm(whole);
  const { id } = issueNotice(bench, {
    ...(first && others.length === 0 ? { caseId: first.id } : { visitId }),
    kind: 'application-form',
    facts: {
      items: records.map(({ item }) => ({
        nameZh: item.nameZh,
        code: item.code,
        departmentZh: item.department.nameZh,
      })),
      applicant: people.applicant && onPaper(people.applicant),
      handler: people.handler && onPaper(people.handler),
      lines,
    },
  });
  addFormPaper(
    db,
    id,
    lines,
    caseIds.flatMap((caseId) => {
      const form = caseIds.length === 1 ? whole : formAt(bench, { caseId, scope: 'case' });
      return form ? [{ caseId, valuesHash: valuesHash(form) }] : [];
    }),
  );
  return id;
}

function onPaper({ details }: Party) {
  return { kind: details.kind, name: details.name, certificateNumber: details.certificateNumber };
}
