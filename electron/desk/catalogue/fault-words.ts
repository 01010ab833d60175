/** What is wrong at one place of a file, for technicians of both languages. */
export interface FaultWords {
  readonly say: string;
  readonly sayZh: string;
}

const of = (say: string, sayZh: string): FaultWords => ({ say, sayZh });

/** Every sentence about what a shape cannot see. Names stand in it as the file has them. */
export const FAULTS = {
  twice: (key: string) => of(`${key} is there twice`, `“${key}”重复`),
  noDepartment: (key: string) => of(`no department ${key}`, `没有部门“${key}”`),
  noQueue: (code: string) => of(`no queue ${code}`, `没有业务“${code}”`),
  noQuery: (code: string) => of(`no query ${code}`, `没有查询“${code}”`),
  noItem: (id: string) => of(`no item ${id}`, `没有事项“${id}”`),
  noItemHere: (code: string) => of(`no item ${code} is in force here`, `本厅没有启用事项“${code}”`),
  noMaterial: (id: string) => of(`no material ${id}`, `没有材料“${id}”`),
  noMaterialToDrop: (id: string) => of(`no material ${id} to drop`, `没有可减的材料“${id}”`),
  noMaterialToReplace: (id: string) => of(`no material ${id} to replace`, `没有可替换的材料“${id}”`),
  noExtraMaterial: (id: string) => of(`no extra material ${id}`, `附加材料里没有“${id}”`),
  hasMaterial: (id: string) => of(`the item has a material ${id} already`, `事项已有材料“${id}”`),
  noProcedure: (id: string) => of(`no special procedure ${id}`, `没有特别程序“${id}”`),
  stoppedWithAll: of('a whole catalogue leaves out what is stopped', '整本目录不写停用的，不列出就是停用'),
  stoppedAndThere: (code: string) => of(`${code} is among the items as well`, `“${code}”又停用又在事项里`),
  notJson: of('the file is not JSON', '文件不是 JSON'),
  notCatalogue: of('it is no catalogue', '不是目录'),
  nothingToChange: of('there is no catalogue in force to change', '还没有启用的目录可以改'),

  noSection: (id: string) => of(`no section ${id}`, `没有表单分节“${id}”`),
  fewOptions: of('a choice needs at least two options', '选择题至少两个选项'),
  noOptions: (kind: string) => of(`a ${kind} has no options`, `“${kind}”类字段没有选项`),
  noLength: (kind: string) => of(`a ${kind} has no length`, `“${kind}”类字段没有长度`),
  noBounds: (kind: string) => of(`a ${kind} has no bounds`, `“${kind}”类字段没有上下限`),
  belowMin: of('is below min', '上限比下限小'),
  askedOtherwise: (meaning: string, id: string) =>
    of(`${meaning} is asked in another way by ${id}`, `“${meaning}”在“${id}”里问法不同`),
  noField: (id: string) => of(`no field ${id}`, `没有字段“${id}”`),
  noFieldBefore: (id: string) => of(`no field ${id} before it`, `前面没有字段“${id}”`),
  neverIs: (id: string, value: string) => of(`${id} is never ${value}`, `“${id}”不会是“${value}”`),

  mergedWithoutFilings: of('a merged licence names its filings', '多证合一要写明各项备案'),
  filingsWithoutMerge: of('only a merged licence has filings', '只有多证合一有备案'),
  noStepBefore: (id: string) => of(`no step ${id} before it`, `前面没有步骤“${id}”`),
  nobodyGives: (meaning: string) => of(`no step before it gives ${meaning}`, `前面没有步骤给出“${meaning}”`),
  notAskedFor: (item: string, meaning: string) =>
    of(`the form of ${item} does not ask for ${meaning}`, `“${item}”的表单不问“${meaning}”`),
  noStepAsks: (id: string) => of(`no step asks for ${id}`, `没有步骤要“${id}”`),
  notShared: (id: string) => of(`${id} is not shared`, `“${id}”不是共用材料`),
  applicantIsOne: of('the applicant is not whom it is about', '申请人不是这件事所关的人'),
  noFormSpeaks: (word: string) => of(`no form speaks of ${word}`, `没有表单提到“${word}”`),

  notSigned: of('nobody signed it, and this hall takes only what is signed', '没有签名，本厅只收签了名的'),
  wrongSignature: of('the signature is not of a key this hall believes', '签名不是本厅信任的密钥签的'),
  noSuchPackage: of('the file is not there any more', '文件已经不在了'),
  notStarted: of(
    'the program that reads it could not be started; the catalogue before it is in force',
    '读它的程序没能启动，仍用原来的目录',
  ),
  noMemory: of(
    'the computer had no memory left to read it; the catalogue before it is in force',
    '电脑内存不够，没有读完，仍用原来的目录',
  ),
  notToItsEnd: of(
    'it could not be read to its end; the catalogue before it is in force',
    '没有读完，仍用原来的目录',
  ),
} as const;

/** What the shapes of a package say in words of ours. */
export const OWN_WORDS: ReadonlyMap<string, string> = new Map([
  ['a limit in days needs its unit', '有天数就要写明单位'],
  ['not a credit code of GB 32100', '不是 GB 32100 的统一社会信用代码'],
]);
