import { onSlip } from './common-values.ts';
import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** One slip for all cases of a bundle: each with its organ, number, standing and day. @source domain.md 7 */
export function bundleValues(facts: NoticeFacts['bundle-receipt']): Partial<Filling> {
  return {
    values: {
      bundleName: facts.bundleNameZh,
      leadDepartment: facts.leadDepartmentZh,
      applicantMasked: facts.applicant ? onSlip(facts.applicant) : '未登记',
      handlerMasked: facts.handler ? onSlip(facts.handler) : '本人',
      caseCount: String(facts.cases.length),
      materials: facts.materials.map(({ nameZh }) => nameZh).join('、') || '无',
      materialCount: String(facts.materials.length),
      merged: facts.merged.map((one) => `${one.filingNameZh}（${one.departmentZh}）`).join('、'),
      delivery: facts.deliveryZh ?? '各事项办好后分别领取',
    },
    flags: { merged: facts.merged.length > 0 },
    lists: {
      cases: facts.cases.map((one, at) => ({
        no: String(at + 1),
        item: one.itemNameZh,
        department: one.departmentZh,
        number: one.receiptNumber ?? '未收件',
        standing: one.standingZh,
        due: one.dueOn === null ? '' : dayInWords(one.dueOn),
      })),
    },
  };
}
