import { describe, expect, it } from 'vitest';
import { CardReadings } from '#desk/devices/card-reading.ts';
import { readCardText } from '#native/id-card-reader/card-text.ts';
import { loadCard } from '../stand-ins/devices/card-block.ts';

function readingDesk() {
  const told: string[] = [];
  let nowMs = 1_000_000;
  let ids = 0;
  const readings = new CardReadings({
    nowMs: () => nowMs,
    newId: () => `reading-${(ids += 1)}`,
    samId: () => null,
    watcher: {
      reading: () => told.push('reading'),
      read: ({ id }) => told.push(`read ${id}`),
      newAddress: (id) => told.push(`address ${id}`),
      confirmed: (id) => told.push(`confirmed ${id}`),
      differs: (id) => told.push(`differs ${id}`),
      lifted: () => told.push('lifted'),
      trouble: (tries) => told.push(`trouble ${tries}`),
    },
  });
  const happened = readings.happenings();
  return {
    told,
    readings,
    happened,
    pass: (ms: number) => {
      nowMs += ms;
    },
    place: (file: string) => {
      const textBlock = loadCard(file).text;
      const reading = readCardText(textBlock);
      if (!reading.ok) throw new Error(reading.field);
      happened.found();
      happened.read({ ok: true, textBlock, card: reading.card, tookMs: 118.4 });
    },
  };
}

describe('a reading', () => {
  it('may be used for a minute, lifted or not', () => {
    const { place, readings, happened, pass } = readingDesk();
    place('resident');
    happened.confirmed();
    happened.lifted();
    pass(60_000);
    expect(readings.usable('reading-1')).toMatchObject({ confirmed: true, reading: { tookMs: 118 } });
    pass(1);
    expect(readings.usable('reading-1')).toBeNull();
  });

  it('is gone when the second read differed', () => {
    const { place, readings, happened, told } = readingDesk();
    place('resident');
    happened.differs();
    happened.confirmed();
    expect(readings.usable('reading-1')).toBeNull();
    expect(told).toEqual(['reading', 'read reading-1', 'differs reading-1']);
  });

  it('is not confirmed by the reading of another card', () => {
    const { place, readings, happened } = readingDesk();
    place('resident');
    happened.lifted();
    place('resident-second');
    happened.confirmed();
    expect(readings.usable('reading-1')?.confirmed).toBe(false);
    expect(readings.usable('reading-2')?.confirmed).toBe(true);
  });

  it('takes the newest address, and flags it when a clerk must type it', () => {
    const { place, readings, happened } = readingDesk();
    place('damaged-name');
    happened.newAddress({ address: '某省\ue001路', readable: false });
    expect(readings.usable('reading-1')?.reading.card).toMatchObject({
      address: '某省\ue001路',
      unreadable: ['name', 'address'],
    });
  });

  it('says lifted once when the reader goes away under a card, and not when nothing lay there', () => {
    const { place, readings, told } = readingDesk();
    readings.cardGone();
    place('resident');
    readings.cardGone();
    readings.cardGone();
    expect(told).toEqual(['reading', 'read reading-1', 'lifted']);
  });

  it('of an unknown id is none', () => {
    expect(readingDesk().readings.usable('reading-1')).toBeNull();
  });
});
