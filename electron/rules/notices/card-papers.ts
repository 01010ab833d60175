import type { ItemMaterial } from '#contract/shapes/item.ts';

/** Whose card a paper of the catalogue names, in the brackets of its name. */
export type NamedHolder = 'applicant' | 'handler' | 'mother' | 'legal-representative' | 'several';

/** Whether the paper is a resident identity card (居民身份证), as the catalogue names its electronic licence. */
export function isIdentityCardPaper(material: Pick<ItemMaterial, 'electronicLicence'>): boolean {
  return material.electronicLicence === '居民身份证';
}

/** The applicant's, unless the name of the paper says otherwise. */
export function cardHolderNamed(material: Pick<ItemMaterial, 'nameZh'>): NamedHolder {
  const named = /[（(]([^）)]*)[）)]/.exec(material.nameZh)?.[1] ?? '';
  if (/[及和、]|全体/.test(named)) return 'several';
  if (named.includes('法定代表人') || named.includes('负责人')) return 'legal-representative';
  if (/办税人员|经办人|代理人|受托人/.test(named)) return 'handler';
  if (named === '母亲') return 'mother';
  return 'applicant';
}
