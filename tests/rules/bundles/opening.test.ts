import { describe, expect, it } from 'vitest';
import { meaningOfOpening, nameOfOpening, plainMeaning, sectionOfOpening } from '#rules/bundles/opening.ts';

const subject = { nameZh: '孩子', nameEn: 'child', words: ['child'], materials: ['birthcert'] };
const section = { id: 'child', labelZh: '新生儿', labelEn: 'Child' };

describe('what a visit calls the facts of several openings of one bundle', () => {
  it('is the plain name for the first, for who is not its subject, and outside a bundle', () => {
    expect(meaningOfOpening({ subject, place: 1 }, 'child.name')).toBe('child.name');
    expect(meaningOfOpening({ subject, place: 2 }, 'mother.name')).toBe('mother.name');
    expect(meaningOfOpening({ subject, place: 2 }, 'childcare.name')).toBe('childcare.name');
    expect(meaningOfOpening({ subject: null, place: 2 }, 'child.name')).toBe('child.name');
    expect(meaningOfOpening(null, 'child.name')).toBe('child.name');
  });

  it('is a name of its own for every other, which leads back to the plain one', () => {
    const third = meaningOfOpening({ subject, place: 3 }, 'child.birth-date');
    expect(third).toBe('child-no-3.birth-date');
    expect(plainMeaning(third)).toBe('child.birth-date');
    expect(plainMeaning('child.name')).toBe('child.name');
  });

  it('stands in a section of its own, and the opening bears its number', () => {
    expect(sectionOfOpening({ subject, place: 2 }, 'child.name', section)).toEqual({
      id: 'child-no-2',
      labelZh: '新生儿（孩子 2）',
      labelEn: 'Child (child 2)',
    });
    expect(sectionOfOpening({ subject, place: 2 }, 'mother.name', section)).toBe(section);
    const names = { subject, nameZh: '出生', nameEn: 'Birth' };
    expect(nameOfOpening(names, 1)).toEqual({ nameZh: '出生', nameEn: 'Birth' });
    expect(nameOfOpening(names, 2)).toEqual({ nameZh: '出生（孩子 2）', nameEn: 'Birth (child 2)' });
  });
});
