import type { MaterialRoute } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import type { PartyKind } from '#contract/shapes/party.ts';
import { templateVersions } from './template-version.ts';

/** A person or body as a paper names them. */
export interface PaperParty {
  readonly kind: PartyKind;
  readonly name: string;
  readonly certificateNumber: string;
}

/** A paper of the case as it came. */
export interface PaperMaterial {
  readonly nameZh: string;
  readonly route: MaterialRoute;
  readonly originals: number;
  readonly copies: number;
  /** The citizen keeps it; it was only compared. */
  readonly givenBack: boolean;
  readonly dueOn: Day | null;
}

/** What every paper of a case is made from. Times are the hall's, `HH:MM:SS`. */
export interface PaperFacts {
  readonly hall: string;
  readonly hallPhone: string;
  readonly window: number;
  readonly clerk: string;
  readonly receiptNumber: string;
  /** `03-000127`, as called out. */
  readonly shortNumber: string;
  readonly officialNumber: string | null;
  readonly documentNumber: string;
  readonly checkCode: string;
  readonly qrText: string;
  readonly pendingSync: boolean;
  readonly item: ServiceItem;
  /** Names of the special procedures that will stop the decision clock. */
  readonly procedures: readonly string[];
  readonly applicant: PaperParty;
  readonly handler: PaperParty | null;
  readonly materials: readonly PaperMaterial[];
  readonly receivedOn: Day;
  readonly receivedAt: string;
  readonly issuedOn: Day;
  readonly issuedAt: string;
}

/** GB/T 39046 annex A: 行政许可. Articles of the licensing law are cited for these only. */
export function isLicence(item: Pick<ServiceItem, 'itemTypeCode'>): boolean {
  return item.itemTypeCode === '01';
}

/** The parts that are the same on every paper. */
export function paperHead(kind: NoticeKind, title: string, facts: PaperFacts) {
  return {
    kind,
    templateVersion: templateVersions[kind],
    title,
    documentNumber: facts.documentNumber,
    organ: facts.item.department.nameZh,
    hall: facts.hall,
    receiptNumber: facts.receiptNumber,
    issuedOn: facts.issuedOn,
    issuedAt: `${facts.issuedOn} ${facts.issuedAt}`,
    qrText: facts.qrText,
    checkCode: facts.checkCode,
    pendingSync: facts.pendingSync,
  } satisfies Partial<NoticeContent>;
}

/** Seal and signature as the law wants them on a decision. */
export function sealed(facts: PaperFacts) {
  return { sealPlace: facts.item.department.nameZh, signaturePlace: true } as const;
}

/** Rows that open every A4 notice. */
export function caseRows(facts: PaperFacts) {
  return [
    { label: '收件号', value: facts.receiptNumber },
    { label: '省编号', value: facts.officialNumber ?? '联网后告知' },
    { label: '事项', value: facts.item.nameZh },
    { label: '事项编码', value: facts.item.code },
    { label: '申请人', value: `${facts.applicant.name}　证件号码 ${facts.applicant.certificateNumber}` },
    {
      label: '经办人',
      value: facts.handler ? `${facts.handler.name}　证件号码 ${facts.handler.certificateNumber}` : '本人',
    },
  ];
}

/** Where to ask, at the foot of every A4 notice. */
export function askAt(facts: PaperFacts): string {
  return `查询：凭收件号 ${facts.receiptNumber} 或扫描二维码，也可以拨打 ${facts.hallPhone}。办理窗口：${facts.hall} ${facts.window} 号窗口，工号 ${facts.clerk}。`;
}
