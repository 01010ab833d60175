import { maskedPartyName, numberTail } from '../identity/mask.ts';
import type { Filling } from './filling.ts';
import {
  isLicence,
  type PaperFacts,
  type PaperFrame,
  type PaperMaterial,
  type PaperParty,
} from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

const UNKNOWN = '未登记';

/** What every paper may say. */
export function frameValues(frame: PaperFrame): Partial<Filling> {
  return {
    values: {
      hall: frame.hall,
      hallPhone: frame.hallPhone,
      window: String(frame.window),
      clerk: frame.clerk,
      organ: frame.organ,
      checkCode: frame.checkCode,
      issuedOn: dayInWords(frame.issuedOn),
      issuedAt: `${frame.issuedOn} ${frame.issuedAt}`,
    },
    flags: { trackable: frame.trackable },
  };
}

/** What every paper of a case may say. */
export function caseValues(facts: PaperFacts): Partial<Filling> {
  const { item, applicant, handler } = facts;
  return {
    values: {
      receiptNumber: facts.receiptNumber ?? '未收件',
      shortNumber: facts.shortNumber ?? '未收件',
      officialNumber: facts.officialNumber ?? '联网后告知',
      itemName: item.nameZh,
      itemCode: item.code,
      department: item.department.nameZh,
      resultName: item.resultName,
      applicantName: applicant?.name ?? UNKNOWN,
      applicant: applicant ? whole(applicant) : UNKNOWN,
      applicantMasked: applicant ? onSlip(applicant) : UNKNOWN,
      handler: handler ? whole(handler) : '本人',
      handlerMasked: handler ? onSlip(handler) : '本人',
      acceptanceBasis: isLicence(item)
        ? '依据《中华人民共和国行政许可法》第三十二条第一款第（五）项'
        : '依据该事项的实施清单',
      correctionBasis: isLicence(item)
        ? '依据《中华人民共和国行政许可法》第三十二条第一款第（四）项'
        : '依据该事项的实施清单',
      receivedOn: dayInWords(facts.receivedOn),
      receivedAt: `${facts.receivedOn} ${facts.receivedAt}`,
    },
    flags: {
      licence: isLicence(item),
      departmentDecides: item.counterOutcomeAuthority === 'department_seat_only',
      received: facts.receiptNumber !== null,
    },
  };
}

/** The papers as a slip or a list names them: number, name, how it came. */
export function materialList(materials: readonly PaperMaterial[]) {
  return materials.map((paper, at) => ({
    no: String(at + 1),
    name: paper.nameZh,
    how: howItCame(paper),
    originals: String(paper.originals),
    copies: String(paper.copies),
  }));
}

/** Ways without a sheet of paper. A way that is not named here came as paper and is counted. */
const WITHOUT_PAPER: Readonly<Record<string, string>> = {
  card: '身份核验',
  scan: '扫描件',
  file: '电子文件',
  licence: '电子证照',
  'shared-data': '共享数据',
  reuse: '此前核对件',
  commitment: '告知承诺',
};

/** How one paper came, in as few signs as a slip has room for. */
export function howItCame({ route, originals, copies, givenBack, dueOn, mark }: PaperMaterial): string {
  if (mark !== undefined) return mark;
  const kept = WITHOUT_PAPER[route];
  if (kept !== undefined) return kept;
  if (route === 'later') return dueOn === null ? '容缺' : `容缺，${dayInWords(dueOn)}前补`;
  if (givenBack && copies === 0) return '核对退还';
  const counted = [
    ...(originals > 0 ? [`原件 ${originals}`] : []),
    ...(copies > 0 ? [`复印 ${copies}`] : []),
  ];
  return counted.length > 0 ? counted.join(' ') : '核对退还';
}

/** A slip lies about in pockets: a masked name and the end of the number. @source safety.md 4 */
export function onSlip({ kind, name, certificateNumber }: PaperParty): string {
  return `${maskedPartyName(kind, name)}　证件尾号 ${numberTail(certificateNumber)}`;
}

function whole({ name, certificateNumber }: PaperParty): string {
  return `${name}　证件号码 ${certificateNumber}`;
}
