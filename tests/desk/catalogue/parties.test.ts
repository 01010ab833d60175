import { describe, expect, it } from 'vitest';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { changedCatalogue, demoCatalogueText, faultPaths } from '../../support/demo-catalogue.ts';

const reading = readCataloguePackage(demoCatalogueText);
const items = reading.ok ? reading.items : [];
const at = items.findIndex(({ nameZh }) => nameZh === '出生登记（户口）');

describe('the parties an item asks for', () => {
  it('come with the item, under the name it gives them, and nobody where it names none', () => {
    expect(items[at]?.parties).toEqual([
      {
        role: 'secondSubject',
        need: 'open',
        when: { marriedParents: true },
        nameZh: '另一方父母',
        nameEn: 'Other parent',
        basis: '户口登记条例第七条',
      },
    ]);
    expect(items.filter(({ parties }) => parties.length > 0)).toHaveLength(1);
  });

  it.each<[string, (string | number)[], unknown]>([
    ['an applicant, who is always there', ['role'], 'applicant'],
    ['a handler, whom nobody has to send', ['role'], 'handler'],
    ['a need nobody knows', ['need'], 'perhaps'],
    ['a fact nobody asks about', ['when'], { moon: true }],
    ['no name', ['nameZh'], ''],
  ])('%s is a fault, told by its path', (_, place, value) => {
    const wrong = changedCatalogue(['items', at, 'parties', 0, ...place], value);
    expect(faultPaths(wrong).some((path) => path.startsWith(`items[${at}].parties[0].${place[0]}`))).toBe(
      true,
    );
  });
});
