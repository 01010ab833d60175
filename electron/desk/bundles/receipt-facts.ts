import type { BundleCaseLine, NoticeFacts } from '#rules/notices/notice-facts.ts';
import type { PaperMaterial, PaperParty } from '#rules/notices/paper-facts.ts';
import { gatherCase, type Looking, type WholeCase } from '../intake/case-whole.ts';
import type { ObjectedParty } from '../identity/objected-party.ts';
import { markOf, type OpenBundle } from '../store/open-bundles.ts';
import { gatherBundle, type WholeStep } from './whole-bundle.ts';

/** What the slip of a bundle is made from: every case as it stands now, and every paper once. */
export function bundleReceiptFacts(looking: Looking, open: OpenBundle): NoticeFacts['bundle-receipt'] {
  const { bundle } = open;
  const { steps } = gatherBundle(looking, open);
  const cases = steps.flatMap((step) =>
    step.record ? [{ step, whole: gatherCase(looking, step.record) }] : [],
  );
  const known = cases.find(({ whole }) => whole.applicant !== null)?.whole;
  return {
    bundleNameZh: markOf(open).nameZh,
    applicant: known?.applicant ? onPaper(known.applicant) : null,
    handler: known?.handler ? onPaper(known.handler) : null,
    leadDepartmentZh: bundle.leadDepartment.nameZh,
    cases: cases.map(({ step, whole }) => caseLine(step, whole, steps)),
    materials: papersOnce(
      cases.map(({ whole }) => whole),
      new Set(bundle.sharedMaterials),
    ),
    merged: bundle.mergedDepartments.map(({ department, filingNameZh }) => ({
      departmentZh: department.nameZh,
      filingNameZh,
    })),
    deliveryZh: bundle.deliveryZh === '' ? null : bundle.deliveryZh,
  };
}

function caseLine(step: WholeStep, { record }: WholeCase, steps: readonly WholeStep[]): BundleCaseLine {
  return {
    itemNameZh: record.item.nameZh,
    departmentZh: record.item.department.nameZh,
    receiptNumber: record.receiptNumber,
    standingZh: standingZh(step, record, steps),
    // No day runs for what came to nothing.
    dueOn: step.standing === 'ended' ? null : (record.promisedDueOn ?? record.legalDueOn),
  };
}

/** In the words of the hall, because the slip is Chinese. @source domain.md 5.2 */
function standingZh(
  { waitsFor, standing, stuck, kept }: WholeStep,
  { state, item }: WholeCase['record'],
  steps: readonly WholeStep[],
): string {
  if (standing === 'waits') {
    const names = waitsFor.map(({ itemCode }) => {
      const found = steps.find(({ step }) => step.itemCode === itemCode)?.record;
      return found?.item.resultName ?? '前一事项';
    });
    return stuck ? `${names.join('、')}未办成，本项办不了` : `等${names.join('、')}`;
  }
  if (kept.denied) return `没办成：${kept.denied.say}`;
  if (state === 'received') {
    return item.counterOutcomeAuthority === 'department_seat_only'
      ? `已收件，转${item.department.nameZh}`
      : '已收件';
  }
  return STATES[state] ?? '已受理';
}

const STATES: Readonly<Partial<Record<WholeCase['record']['state'], string>>> = {
  draft: '未收件，材料或表单未齐',
  blocked: '等前一事项',
  'awaiting-correction': '待补正',
  'received-again': '补正已收',
  accepted: '已受理',
  'accepted-tolerant': '容缺受理',
  'accepted-commitment': '告知承诺受理',
  'deemed-accepted': '视为受理',
  suspended: '已受理，特别程序中',
  'in-review': '已受理，审查中',
  'decided-granted': '准予',
  'decided-denied': '不予许可',
  ready: '可领取结果',
  delivered: '已送达',
  refused: '不予受理',
  'closed-not-needed': '不需办理',
  'closed-wrong-organ': '不属本机关',
  'closed-lapsed': '逾期未补正，终止',
  'closed-returned': '已退件',
  referred: '已转报',
  withdrawn: '已撤回',
  archived: '已归档',
};

/** A shared paper was handed over once, whatever number of cases it serves. */
function papersOnce(cases: readonly WholeCase[], shared: ReadonlySet<string>): PaperMaterial[] {
  const found = new Map<string, PaperMaterial>();
  for (const { record, materials } of cases) {
    for (const paper of materials) {
      const { id, asked, route } = paper;
      if (!asked || !route) continue;
      const key = shared.has(id) ? id : `${record.item.code} ${id}`;
      if (found.has(key)) continue;
      found.set(key, {
        nameZh: paper.nameZh,
        route,
        originals: paper.originalsTaken,
        copies: paper.copiesTaken,
        givenBack: paper.custody === 'read_only_not_kept',
        dueOn: paper.dueOn,
      });
    }
  }
  return [...found.values()];
}

function onPaper({ details }: ObjectedParty): PaperParty {
  return { kind: details.kind, name: details.name, certificateNumber: details.certificateNumber };
}
