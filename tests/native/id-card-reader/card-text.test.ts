import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IdentityCard } from '#contract/shapes/identity-card.ts';
import { readCardText, readNewestAddress } from '#native/id-card-reader/card-text.ts';
import { CARDS_FOLDER, loadCard, textBlock } from '../../stand-ins/devices/card-block.ts';
import vectors from '../device-vectors.json' with { type: 'json' };

const units = (text: string): Buffer => Buffer.from(text, 'utf16le');
const put = (block: Buffer, offset: number, text: string): Buffer => {
  const changed = Buffer.from(block);
  changed.set(units(text), offset);
  return changed;
};
const cardNamed = (name: string) => {
  const reading = readCardText(loadCard(name).text);
  if (!reading.ok) throw new Error(`refused for ${reading.field}`);
  return reading.card;
};
const resident = loadCard('resident').text;

describe('the text of a card', () => {
  it.each(vectors.cards)('$name: every field of the vector', ({ textHex, fields, kind }) => {
    const reading = readCardText(Buffer.from(textHex, 'hex'));
    if (!reading.ok) throw new Error(`refused for ${reading.field}`);
    const { card } = reading;
    const given: Record<string, string | undefined> = { ...fields };
    expect(IdentityCard.parse(card)).toEqual(card);
    expect(card.kind).toBe({ resident: 'resident', J: 'hmt-residence', Y: 'foreigner-2023' }[kind]);
    expect(card.name).toBe(given['name'] ?? given['chineseName']);
    expect(card.sexCode).toBe(given['sexCode']);
    expect(card.ethnicityCode).toBe(given['ethnicityCode'] ?? null);
    expect(card.birth).toBe(given['birth']);
    expect(card.address).toBe(given['address'] ?? null);
    expect(card.number).toBe(given['number']);
    expect(card.issuer).toBe(given['issuer'] ?? null);
    expect(card.validFrom).toBe(given['validFrom']);
    expect(card.validTo).toBe(given['validTo']);
    expect(card.englishName).toBe(given['englishName'] ?? null);
    expect(card.nationality).toBe(given['nationality'] ?? null);
    expect(card.travelPermit).toBe(given['permitNumber'] ?? null);
    expect(card.issueCount).toBe(given['issueCount'] ?? given['renewals'] ?? null);
    expect(card.unreadable).toEqual([]);
  });

  it('of the 2017 foreigner card, laid out by hand', () => {
    const blank = units(' '.repeat(128));
    const block = [
      [0, 'ZHENGJIAN, YANGBEN'],
      [120, '2'],
      [122, 'PAK310080010103'],
      [152, 'PAK'],
      [158, '证件样本'],
      [188, '20180901'],
      [204, '20280831'],
      [220, '19800101'],
      [236, '01'],
      [240, '3100'],
      [248, 'I'],
    ] as const;
    const laidOut = block.reduce((bytes, [offset, text]) => put(bytes, offset, text), blank);
    expect(readCardText(laidOut)).toEqual({ ok: true, card: cardNamed('foreigner-2017') });
    expect(laidOut.equals(loadCard('foreigner-2017').text)).toBe(true);
  });

  it('of the other two permits from the stand-in and from the vectors differ only where they should', () => {
    const y = vectors.cards.find((card) => card.kind === 'Y');
    expect(loadCard('foreigner-2023').text.toString('hex')).toBe(y?.textHex);
    expect(cardNamed('hmt-residence')).toMatchObject({ kind: 'hmt-residence', ethnicityCode: null });
  });

  it.each(readdirSync(CARDS_FOLDER))('of the stand-in card %s is readable', (file) => {
    expect(readCardText(loadCard(file).text).ok).toBe(true);
  });

  it('says long-term instead of an end date', () => {
    expect(cardNamed('resident-long-term').validTo).toBeNull();
  });

  it('fills names and addresses to their last character', () => {
    const card = cardNamed('resident-long-fields');
    expect([card.name.length, card.address?.length]).toEqual([15, 35]);
  });

  it('keeps an ethnicity code nobody knows as its number', () => {
    expect(cardNamed('resident-long-fields').ethnicityCode).toBe('81');
  });

  it.each(Object.keys(vectors.ethnicity))('keeps ethnicity code %s', (code) => {
    const reading = readCardText(put(resident, 32, code));
    expect(reading.ok && reading.card.ethnicityCode).toBe(code);
  });

  it.each(Object.keys(vectors.sex))('keeps sex code %s', (code) => {
    const reading = readCardText(put(resident, 30, code));
    expect(reading.ok && reading.card.sexCode).toBe(code);
  });

  it('flags private-use characters and broken halves, for a clerk to type', () => {
    expect(cardNamed('damaged-name')).toMatchObject({ name: '孙\ue2a5敏', unreadable: ['name'] });
    const half = readCardText(put(resident, 52, '某\ud800县'.padEnd(35)));
    expect(half.ok && half.card.unreadable).toEqual(['address']);
    expect(half.ok && half.card.address).toBe('某\ufffd县');
    const wholePair = readCardText(put(resident, 0, '李\u{2b786}'.padEnd(15)));
    expect(wholePair.ok && wholePair.card.unreadable).toEqual([]);
  });

  it('lets the rules judge what is only untrue: check digit, expiry, 30 February', () => {
    expect(cardNamed('wrong-check-digit').name).toBe('周启明');
    expect(readCardText(put(resident, 36, '19920230')).ok).toBe(true);
  });

  it.each([
    ['255 bytes', resident.subarray(0, 255), 'block'],
    ['a blank name', put(resident, 0, ' '.repeat(15)), 'name'],
    ['a control character in the name', put(resident, 0, '李\u0007'), 'name'],
    ['a name that slid into its neighbour', put(resident, 28, '1'), 'name'],
    ['a letter for the sex', put(resident, 30, 'x'), 'sexCode'],
    ['one digit of ethnicity', put(resident, 32, '1 '), 'ethnicityCode'],
    ['month 13', put(resident, 36, '19921317'), 'birth'],
    ['year 3992', put(resident, 36, '39920517'), 'birth'],
    ['a hole in the number', put(resident, 130, ' '), 'number'],
    ['a lower-case x', put(resident, 156, 'x'), 'number'],
    ['no issuer', put(resident, 158, ' '.repeat(15)), 'issuer'],
    ['a start that is no date', put(resident, 188, '长期      '), 'validFrom'],
    ['an end that is neither date nor long-term', put(resident, 204, '长期期     '), 'validTo'],
  ])('is refused for %s', (_, block, field) => {
    expect(readCardText(block)).toEqual({ ok: false, field });
  });

  it.each(['foreigner-2017', 'foreigner-2023', 'hmt-residence'])(
    'of %s is refused when it lost its letter',
    (name) => {
      expect(readCardText(put(loadCard(name).text, 248, ' ')).ok).toBe(false);
    },
  );
});

describe('the newest address', () => {
  it('is read from its vector', () => {
    const frame = vectors.sdtFrames.find(({ name }) => name === 'newAddressReply');
    const data = Buffer.from(frame?.hex ?? '', 'hex').subarray(10, -1);
    expect(readNewestAddress(data)).toEqual({ address: '某省某市新区新址路9号', readable: true });
  });

  it('says when a clerk must type it', () => {
    expect(readNewestAddress(units('某省\ue001路'.padEnd(35)))?.readable).toBe(false);
  });

  it('is nothing when blank or short', () => {
    expect(readNewestAddress(units(' '.repeat(35)))).toBeNull();
    expect(readNewestAddress(units('某省'))).toBeNull();
  });
});

it('the stand-in lays out a vector as the vector has it', () => {
  const [first] = vectors.cards;
  const fields: Record<string, string> = { ...first?.fields };
  const block = textBlock({ kind: 'resident', label: '', fields, newestAddress: null });
  expect(block.toString('hex')).toBe(first?.textHex);
});
