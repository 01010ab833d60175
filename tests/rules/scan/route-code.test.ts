import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { RoutedCode } from '#contract/shapes/scan.ts';
import { makeReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { readReceiptQr, receiptQrText, ticketQrText } from '#rules/scan/receipt-qr.ts';
import { routeCode } from '#rules/scan/route-code.ts';
import { hostileCodes } from './hostile-codes.ts';

const today = Day.parse('2026-11-24');
const terms = { today };
const receiptNumber = makeReceiptNumber({ site: '990101', window: 3, serial: 127 });

describe('a scanned code', () => {
  it.each([
    ['a receipt number', receiptNumber, { kind: 'receipt', receiptNumber, caseId: null }],
    [
      'the code on a receipt',
      receiptQrText(receiptNumber, '7F3A91C2'),
      { kind: 'receipt', receiptNumber, caseId: null },
    ],
    [
      'the address on a receipt',
      receiptQrText(receiptNumber, '7F3A91C2', 'https://hall.invalid/track'),
      { kind: 'receipt', receiptNumber, caseId: null },
    ],
    ['a ticket number', 'P023', { kind: 'ticket', number: 'P023', ticketId: null }],
    [
      'a priority ticket of a two-letter queue',
      'VAB023',
      { kind: 'ticket', number: 'VAB023', ticketId: null },
    ],
    ['the code on a ticket', ticketQrText('P023', today), { kind: 'ticket', number: 'P023', ticketId: null }],
    ['a clerk badge', 'YC-BADGE-0317', { kind: 'clerk-badge', number: '0317' }],
    [
      'an item code',
      '11990101990000017G4990131001000',
      { kind: 'item', itemCode: '11990101990000017G4990131001000' },
    ],
    ['a credit code', '91350100M000100Y43', { kind: 'credit-code', creditCode: '91350100M000100Y43' }],
    [
      'the address on an old business licence',
      'http://example.invalid/q?tyshxydm=91350100M000100Y43&v=2',
      { kind: 'credit-code', creditCode: '91350100M000100Y43' },
    ],
    [
      'a licence code with Chinese text around one credit code',
      '统一社会信用代码：91350100m000100y43；名称：示例餐饮店',
      { kind: 'credit-code', creditCode: '91350100M000100Y43' },
    ],
    [
      'a licence identifier',
      '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
      {
        kind: 'licence',
        identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
        checkHolds: true,
      },
    ],
    [
      'a licence identifier with a wrong check',
      '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V',
      {
        kind: 'licence',
        identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V',
        checkHolds: false,
      },
    ],
    ['something else', '6901234567892', { kind: 'unknown', shown: '6901234567892' }],
  ])('is recognised: %s', (_, text, routed) => {
    expect(routeCode(text, terms)).toEqual(routed);
  });

  it('of another day’s ticket is not a ticket of today', () => {
    expect(routeCode(ticketQrText('P023', Day.parse('2026-11-23')), terms).kind).toBe('unknown');
  });

  it('is an item when the catalogue knows exactly this code, however it looks', () => {
    const knowsItem = (code: string) => code === '350128103XK01003';
    expect(routeCode('350128103XK01003', { today, knowsItem })).toEqual({
      kind: 'item',
      itemCode: '350128103XK01003',
    });
    expect(routeCode('350128103XK01004', { today, knowsItem }).kind).toBe('unknown');
  });

  it('with two companies in it names neither', () => {
    expect(routeCode('91350100M000100Y43/92510107MA6ABCDE7C', terms).kind).toBe('unknown');
    expect(routeCode('91350100M000100Y43/91350100M000100Y43', terms).kind).toBe('credit-code');
  });

  it('that nobody knows is shown in at most 60 signs, with dots for what cannot be seen', () => {
    expect(routeCode('P0\u001B[2J\u202E23', terms)).toEqual({ kind: 'unknown', shown: 'P0.[2J.23' });
    const long = routeCode('字'.repeat(600), terms);
    expect(long).toEqual({ kind: 'unknown', shown: '字'.repeat(60) });
  });

  it('that is a citizen number is neither taken nor shown whole', () => {
    expect(routeCode('110101199001010015', terms)).toEqual({ kind: 'unknown', shown: '1101**********0015' });
    expect(routeCode('ID=１１０１０１199001010015;', terms)).toEqual({
      kind: 'unknown',
      shown: 'ID=１１０１**********0015;',
    });
  });

  it('from a corpus of more than 200 hostile texts is never recognised as anything', () => {
    expect(new Set(hostileCodes).size).toBeGreaterThan(200);
    const taken = hostileCodes.filter((text) => routeCode(text, terms).kind !== 'unknown');
    expect(taken).toEqual([]);
  });

  it('would not pass unnoticed in that corpus if it were a good one', () => {
    const spoilt = [...hostileCodes, receiptNumber];
    expect(spoilt.filter((text) => routeCode(text, terms).kind !== 'unknown')).toEqual([receiptNumber]);
  });

  it('always comes out as one of the known kinds, and shows no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const routed = RoutedCode.parse(routeCode(text, terms));
        const shown = routed.kind === 'unknown' ? routed.shown : '';
        expect(Array.from(shown).length).toBeLessThanOrEqual(60);
        expect(/\p{C}/u.test(shown)).toBe(false);
      }),
    );
  });
});

describe('the code on a receipt', () => {
  it('reads back to its number and check code', () => {
    expect(readReceiptQr(receiptQrText(receiptNumber, '7F3A91C2'))).toEqual({
      receiptNumber,
      checkCode: '7F3A91C2',
    });
    expect(readReceiptQr(receiptNumber)).toEqual({ receiptNumber, checkCode: null });
  });

  it('is an address where the hall has a page to follow a case, and reads back the same', () => {
    const withoutQuery = receiptQrText(receiptNumber, '7F3A91C2', 'https://hall.invalid/track');
    const withQuery = receiptQrText(receiptNumber, '7F3A91C2', 'https://hall.invalid/track?hall=990101');
    expect(withoutQuery).toBe(`https://hall.invalid/track?receipt=${receiptNumber}&code=7F3A91C2`);
    expect(withQuery).toBe(`https://hall.invalid/track?hall=990101&receipt=${receiptNumber}&code=7F3A91C2`);
    for (const text of [withoutQuery, withQuery, withQuery.toLowerCase()]) {
      expect(readReceiptQr(text)).toEqual({ receiptNumber, checkCode: '7F3A91C2' });
    }
  });

  it.each([
    ['without a check code', `https://hall.invalid/track?receipt=${receiptNumber}`],
    ['with something behind it', `https://hall.invalid/track?receipt=${receiptNumber}&code=7F3A91C2&next=1`],
    ['that is not protected', `http://hall.invalid/track?receipt=${receiptNumber}&code=7F3A91C2`],
    ['with a space in it', `https://hall.invalid/a b?receipt=${receiptNumber}&code=7F3A91C2`],
    ['with a number that does not hold', 'https://hall.invalid/?receipt=W990101-03-000127-A&code=7F3A91C2'],
    ['in other words', `https://hall.invalid/track#receipt=${receiptNumber}&code=7F3A91C2`],
  ])('is no receipt in an address %s', (_, text) => {
    expect(readReceiptQr(text)).toBeNull();
    expect(routeCode(text, terms).kind).toBe('unknown');
  });

  it('is never made from half of it', () => {
    expect(() => receiptQrText('P023', '7F3A91C2')).toThrow(RangeError);
    expect(() => receiptQrText(receiptNumber, '7f3a')).toThrow(RangeError);
  });
});
