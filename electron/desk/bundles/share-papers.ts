import type { CaseId, CaseMaterial } from '#contract/shapes/case.ts';
import { isPaperOfSubject } from '#rules/bundles/opening.ts';
import { goesBack } from '#rules/intake/original-custody.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { WriteBench } from '../answering.ts';
import { gatherCase, mayPromise, type WholeCase } from '../intake/case-whole.ts';
import { takePagesOut } from '../intake/page-order.ts';
import { reuseCopy } from '../intake/reuse-copy.ts';
import { newId } from '../new-id.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { materialsOf, type ProvidedMaterial, provideMaterial, takeMaterialBack } from '../store/materials.ts';
import { bundleOfCase, openingsBeside, stepsOfBundle } from '../store/open-bundles.ts';
import { copyPage, pagesOf } from '../store/pages.ts';

/**
 * A paper of a pool came, or was taken back, in one case: every other open case of the bundle that asks for the same
 * paper has it as well, with its pages. Call it in the transaction of the change, after it.
 *
 * What is not the subject's own (the parents' cards, not the child's certificate) serves every opening of the bundle
 * in the visit.
 *
 * A case that has the paper in a way of its own keeps it, and one that does not let it come this way is not served.
 * A licence and shared data are asked for one case and one purpose: each case asks for itself.
 *
 * @param reach `beside`: only the other openings, when this one was served by other means
 * @source domain.md 7 (1): one material pool
 */
export function sharePaper(
  bench: WriteBench,
  caseId: CaseId,
  materialId: string,
  reach: 'everywhere' | 'beside' = 'everywhere',
): void {
  const { db } = bench;
  const open = bundleOfCase(db, caseId);
  if (!open?.bundle.sharedMaterials.includes(materialId)) return;
  const came = materialsOf(db, caseId).get(materialId) ?? null;
  if (came?.queryId) return;
  const beside = isPaperOfSubject(open.bundle, materialId) ? [] : openingsBeside(db, open);
  const openings = reach === 'beside' ? beside : [open, ...beside];
  for (const { caseId: other } of openings.flatMap(({ id }) => [...stepsOfBundle(db, id).values()])) {
    const record = other === null || other === caseId ? null : caseById(db, other);
    if (!record || !takesPapers(record.state)) continue;
    if (came) serve(bench, record, came, caseId);
    else takeBack(bench, record, materialId);
    bench.afterwards(() => bench.parts.announce('case.changed', { caseId: record.id }));
  }
}

function serve(bench: WriteBench, record: CaseRecord, came: ProvidedMaterial, from: CaseId): void {
  const { db, asker } = bench;
  const whole = gatherCase(bench, record);
  const paper = whole.materials.find(({ id }) => id === came.materialId);
  if (!paper?.asked || paper.route === 'card' || !mayComeLikeThis(bench, whole, paper, came)) return;
  if (came.route === 'reuse') {
    if (paper.route === null) reuseCopy(bench, record, paper.id);
    return;
  }
  copyPages(bench, { from, to: record.id, materialId: paper.id });
  const seen = { ...came, paperName: paper.nameZh, originalsTaken: 0 };
  provideMaterial(db, record.id, seen, asker.staff?.number ?? 'nobody');
}

function mayComeLikeThis(
  bench: WriteBench,
  { dues }: WholeCase,
  paper: CaseMaterial,
  { route, dueOn }: ProvidedMaterial,
): boolean {
  // An original lies in one place: a case that keeps its own is not served by that of another.
  if (route === 'paper') return goesBack(paper.custody);
  if (route === 'commitment') return paper.commitmentReplaceable;
  if (route !== 'later') return true;
  return paper.tolerable && dueOn !== null && mayPromise(bench, dueOn, dues?.promisedDueOn ?? null);
}

/** The pages of the paper, as they lie in the case it came to; what this case had of them is replaced. */
function copyPages(
  { db, nowMs, asker }: WriteBench,
  { from, to, materialId }: { readonly from: CaseId; readonly to: CaseId; readonly materialId: string },
): void {
  takePagesOut(db, to, materialId);
  for (const page of pagesOf(db, from)) {
    if (page.materialId !== materialId) continue;
    const by = asker.staff?.number ?? 'nobody';
    copyPage(db, page, { id: newId(), fromCase: from, caseId: to, materialId, atMs: nowMs, by });
  }
}

function takeBack({ db, nowMs, asker }: WriteBench, { id }: CaseRecord, materialId: string): void {
  takeMaterialBack(db, id, materialId, { atMs: nowMs, clerk: asker.staff?.number ?? 'nobody' });
  takePagesOut(db, id, materialId);
}
