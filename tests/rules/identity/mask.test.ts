import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskedAddress,
  maskedCertificateNumber,
  maskedName,
  maskedNumber,
  maskedPartyName,
  maskedPhone,
  numberTail,
} from '#rules/identity/mask.ts';

describe('what a screen shows of a person', () => {
  it.each([
    ['李小明', '李*'],
    ['李', '*'],
    ['欧阳测试', '欧*'],
    ['阿依古丽·测试', '阿*'],
    ['𬎆某', '𬎆*'],
    ['ZHENGJIAN, YANGBEN', 'Z* Y*'],
    ['', ''],
  ])('a name: %s as %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });

  it.each([
    ['990101199003071234', '9901**********1234'],
    ['PAK310080010103', 'PAK*********103'],
    ['H01234567', 'H0*****67'],
    ['123', '***'],
  ])('a number: %s as %s', (number, shown) => {
    expect(maskedNumber(number)).toBe(shown);
  });

  it.each([
    ['13812341234', '138****1234'],
    ['0990-1234567', '099*****4567'],
    ['1234567', '*****67'],
    ['12', '**'],
  ])('a phone: %s as %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });

  it.each([
    ['示范县幸福路1号', '示范县****'],
    ['某省示范市示范县幸福小区3幢', '某省示范市示范县****'],
    ['内蒙古自治区某某市新城区样例街1号', '内蒙古自治区某某市新城区****'],
    ['北京市某某区测试路3号', '北京市某某区****'],
    ['某省某某自治州示范县一村2号', '某省某某自治州示范县****'],
    ['江苏省示例市花园小区12号', '江苏省示例市****'],
    ['幸福路1号', '****'],
    ['示范县', '示范县'],
    ['Flat 3, 12 Sample Road', '****'],
  ])('an address: %s as %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });

  it('an organisation is public, its credit code too', () => {
    expect(maskedPartyName('enterprise', '示例餐饮店')).toBe('示例餐饮店');
    expect(maskedPartyName('person', '示例甲')).toBe('示*');
    expect(maskedCertificateNumber('credit-code', '91350100M000100Y43')).toBe('91350100M000100Y43');
    expect(maskedCertificateNumber('resident-id', '110101199001010015')).toBe('1101**********0015');
  });

  it('a slip shows the last four of a number only', () => {
    expect(numberTail('990101199003075678')).toBe('5678');
    expect(numberTail('1234')).toBe('****');
  });
});

it('no mask ever shows the whole of what it hides: 10,000 made-up people', () => {
  const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
  const person = fc.record({
    name: fc.array(hanzi, { minLength: 1, maxLength: 15 }).map((signs) => signs.join('')),
    number: fc.stringMatching(/^9901011[0-9]{10}[0-9X]$/),
    phone: fc.stringMatching(/^1[3-9][0-9]{9}$/),
    street: fc.array(hanzi, { minLength: 4, maxLength: 12 }).map((signs) => signs.join('')),
  });
  fc.assert(
    fc.property(person, ({ name, number, phone, street }) => {
      expect(maskedName(name)).not.toContain(name);
      expect(maskedNumber(number)).not.toContain(number.slice(6, 14));
      expect(maskedPhone(phone)).not.toContain(phone);
      expect(maskedAddress(`示范县${street}7号`)).not.toContain('7号');
    }),
    { numRuns: 10_000 },
  );
});
