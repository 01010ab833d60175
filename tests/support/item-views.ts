import { type CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import { ItemHit, ItemOnCase } from '#contract/shapes/item.ts';

const plainMaterial = {
  necessity: 'required',
  format: 'paper_or_electronic',
  originals: 1,
  copies: 0,
  source: 'applicant',
  issuedBy: null,
  electronicLicence: null,
  dataShareQuery: null,
  tolerable: false,
  commitmentReplaceable: false,
  custody: 'keep_original',
  when: null,
  note: null,
};

const papers = [
  { id: 'form', nameZh: '食品经营许可申请书', nameEn: 'Application form' },
  {
    id: 'id',
    nameZh: '经营者身份证',
    nameEn: 'Identity card of the operator',
    custody: 'read_only_not_kept',
    electronicLicence: '居民身份证',
  },
  { id: 'layout', nameZh: '经营场所平面图', nameEn: 'Layout of the premises', copies: 1, originals: 0 },
  {
    id: 'rules',
    nameZh: '食品安全规章制度',
    nameEn: 'Food safety rules',
    tolerable: true,
    custody: 'keep_electronic',
  },
  {
    id: 'health',
    nameZh: '从业人员健康证明',
    nameEn: 'Health certificates of the staff',
    custody: 'scan_and_return_original',
    tolerable: true,
  },
  { id: 'proxy', nameZh: '授权委托书', nameEn: 'Authorisation', necessity: 'conditional' },
];

export function anItem(changes: object = {}): ItemOnCase {
  return ItemOnCase.parse({
    code: '11990101990000017G4990131016000',
    version: 1,
    nameZh: '食品经营许可（新办）',
    nameEn: 'Food business permit (new)',
    itemTypeCode: '01',
    basicCode: '990131016000',
    exerciseLevelCode: '4',
    serviceObjectCodes: ['1', '2'],
    caseTypeCode: '2',
    department: {
      key: 'scjg',
      nameZh: '示范县市场监督管理局',
      nameEn: 'Market Regulation Bureau',
      creditCode: '11990101990000017G',
    },
    legalLimit: { days: 20, unit: 'workday', basis: '食品经营许可和备案管理办法' },
    promiseLimit: { days: 8, unit: 'workday', basis: null },
    materials: papers.map((paper) => ({ ...plainMaterial, ...paper })),
    situations: [
      {
        id: 'mode',
        questionZh: '经营什么？',
        questionEn: 'What is served?',
        options: [
          {
            id: 'sell',
            labelZh: '只卖预包装食品',
            labelEn: 'packaged food only',
            dropMaterials: ['layout', 'health'],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: '仅销售预包装食品备案',
            note: null,
          },
          {
            id: 'cook',
            labelZh: '现场制作',
            labelEn: 'made on the spot',
            dropMaterials: [],
            addMaterials: [
              { ...plainMaterial, id: 'kitchen', nameZh: '后厨照片', nameEn: 'Photos of the kitchen' },
            ],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
        ],
      },
      {
        id: 'fact:commitment',
        questionZh: '申请人是否选择告知承诺方式？',
        questionEn: 'Does the applicant choose the notice-and-commitment way?',
        options: [
          {
            id: 'yes',
            labelZh: '签承诺书',
            labelEn: 'signs the commitment',
            dropMaterials: ['rules'],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
          {
            id: 'no',
            labelZh: '不承诺，交材料',
            labelEn: 'hands in the paper',
            dropMaterials: [],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
        ],
      },
    ],
    specialProcedures: [],
    queue: 'E',
    maxVisits: 1,
    fee: null,
    resultName: '食品经营许可证',
    delivery: ['window'],
    counterOutcomeAuthority: 'accept_on_behalf',
    offlineAccept: true,
    ...changes,
  });
}

export function aHit(changes: object = {}): ItemHit {
  return ItemHit.parse({
    kind: 'item',
    code: '11990101990000017G4990131016000',
    version: 1,
    nameZh: '食品经营许可（新办）',
    nameEn: 'Food business permit (new)',
    departmentZh: '示范县市场监督管理局',
    departmentEn: 'Market Regulation Bureau',
    queue: 'E',
    caseTypeCode: '2',
    counterOutcomeAuthority: 'accept_on_behalf',
    crossRegion: null,
    delegatedLevels: null,
    mustAppearInPerson: false,
    matched: 'initials',
    ...changes,
  });
}

/** A paper as it lies in a case: nothing handed over yet. */
export function aMaterial(id: string, changes: Partial<CaseMaterial> = {}): CaseMaterial {
  const known = papers.find((one) => one.id === id);
  const paper = { ...plainMaterial, ...known };
  return CaseView.shape.materials.element.parse({
    id,
    nameZh: known?.nameZh ?? id,
    nameEn: known?.nameEn ?? id,
    asked: true,
    reason: 'required',
    situationId: null,
    mandatory: true,
    tolerable: paper.tolerable,
    originals: paper.originals,
    copies: paper.copies,
    custody: paper.custody,
    note: null,
    route: null,
    originalsTaken: 0,
    copiesTaken: 0,
    checkedAgainstOriginal: false,
    file: null,
    dueOn: null,
    providedAtMs: null,
    grade: null,
    verified: null,
    byLaw: null,
    basis: null,
    commitmentReplaceable: false,
    lookup: { licence: null, query: null, connected: true, source: null },
    consent: null,
    query: null,
    recheck: false,
    earlier: null,
    reused: null,
    owedBy: null,
    ...changes,
  });
}
