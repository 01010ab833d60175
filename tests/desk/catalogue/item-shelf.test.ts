import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ItemHit } from '#contract/shapes/item.ts';
import { CatalogueRefused, openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { findItems } from '#desk/catalogue/find-items.ts';
import { readingsOf } from '#desk/catalogue/item-readings.ts';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openDatabase, type OpenDatabase } from '#native/sqlite/open-database.ts';
import { demoCatalogueText } from '../../support/demo-catalogue.ts';
import { aCaseFile, TEST_KEY } from '../../support/case-file.ts';
import { holdItems, manyItems } from '../../support/many-items.ts';
import { MORNING_MS } from '../../support/moved-clock.ts';

const source = { text: demoCatalogueText, name: 'demo', signedBy: null };

function aShelf() {
  const db = aCaseFile();
  return { db, shelf: openItemShelf({ db, source, nowMs: () => MORNING_MS }) };
}

describe('finding an item', () => {
  let folder = '';
  let file: OpenDatabase | null = null;
  let shelf: ReturnType<typeof openItemShelf> | null = null;
  const demo = () => {
    if (!shelf) throw new Error('the shelf is opened before the first test');
    return shelf;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yichuang-'));
    file = openDatabase({ file: join(folder, 'desk.db'), keyHex: TEST_KEY });
    migrate(file, MIGRATIONS);
    shelf = openItemShelf({ db: file, source, nowMs: () => MORNING_MS });
  });
  afterAll(() => {
    file?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says with each hit what decides whether it may be accepted here', () => {
    expect(demo().find('社会保障卡申领', 1)).toMatchObject([
      { crossRegion: 'cross-province', delegatedLevels: ['4', '5'], mustAppearInPerson: false },
    ]);
  });

  it.each([
    ['the beginning of its name', '个体工商户', '个体工商户设立登记', 'name'],
    ['two signs in the middle', '设立', '个体工商户设立登记', 'name'],
    ['one sign', '户', '个体工商户设立登记', 'name'],
    ['initials', 'gtgsh', '个体工商户设立登记', 'initials'],
    ['initials from the middle', 'sldj', '个体工商户设立登记', 'initials'],
    ['initials in capitals', 'GTGSHSLDJ', '个体工商户设立登记', 'initials'],
    ['full pinyin', 'getigongshanghu', '个体工商户设立登记', 'pinyin'],
    ['half a syllable', 'getigongsh', '个体工商户设立登记', 'pinyin'],
    ['pinyin with spaces', 'ge ti gong shang', '个体工商户设立登记', 'pinyin'],
    ['hanzi and initials together', '个体 sldj', '个体工商户设立登记', 'initials'],
    ['two parts in any order', '登记 个体', '个体工商户设立登记', 'name'],
    ['signs that do not stand together', '食品许可', '食品经营许可（新办）', 'name'],
    ['full-width letters', 'ｇｔｇｓｈ', '个体工商户设立登记', 'initials'],
    ['the code', '11990101990000017G4990131002000', '个体工商户设立登记', 'code'],
    ['the code in small letters', '11990101990000017g4990131002000', '个体工商户设立登记', 'code'],
    ['the beginning of its basic code', '990131002', '个体工商户设立登记', 'code'],
  ])('by %s: %s', (_, typed, nameZh, matched) => {
    const wanted = aShelf()
      .shelf.find(typed, 12)
      .filter((hit) => hit.nameZh === nameZh);
    expect(wanted.map((hit) => hit.matched)).toEqual([matched]);
  });

  it('puts the very code first, then names that begin like it, then names that hold it', () => {
    const opened = demo();
    expect(opened.find('11990101990000017G4990131002000', 12)).toHaveLength(1);
    const names = opened.find('个体', 12).map((hit) => hit.nameZh);
    expect(names[0]?.startsWith('个体')).toBe(true);
    const medical = opened.find('医疗', 12).map((hit) => hit.nameZh);
    const beginning = medical.filter((name) => name.startsWith('医疗'));
    expect(medical.slice(0, beginning.length)).toEqual(beginning);
    expect(medical.length).toBeGreaterThan(beginning.length);
  });

  it.each(['', '   ', '！？', '"', "'; DROP TABLE item;--", '* OR *', 'NEAR(', '没有这样的事项'])(
    'finds nothing, and breaks nothing, for %j',
    (typed) => {
      expect(demo().find(typed, 12)).toEqual([]);
    },
  );

  it('never fails, whatever is typed, and answers in the contract’s form', () => {
    const opened = demo();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        expect(ItemHit.array().parse(opened.find(typed, 12)).length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 300 },
    );
  });

  it('knows several sounds of one sign, the one in context first', () => {
    expect(readingsOf('长期')).toEqual([
      ['chang', 'zhang'],
      ['qi', 'ji'],
    ]);
    expect(readingsOf('绿化（ETC）')).toEqual([['lv', 'lu'], ['hua'], ['e'], ['t'], ['c']]);
  });

  it('by the other sound of a sign as well', () => {
    const db = aCaseFile();
    const items = manyItems(70).filter(({ nameZh }) => /长期|会计/.test(nameZh));
    expect(items.length).toBeGreaterThan(1);
    holdItems(db, items);
    for (const typed of ['cqhl', 'zqhl', 'changqi', 'zhangqi', 'kuaijidaili', 'huijidaili', 'hjdl']) {
      expect([typed, findItems(db, typed, 12).length]).toEqual([typed, 1]);
    }
  });

  it('among 3,000 items finds every one that is looked at by its name and by its code', () => {
    const db = aCaseFile();
    const items = manyItems(3_000);
    holdItems(db, items);
    const asked = items.filter((_, place) => place % 97 === 0);
    for (const { nameZh, code } of asked) {
      expect(findItems(db, nameZh, 12).map((hit) => hit.code)).toContain(code);
      expect(findItems(db, code, 12).map((hit) => hit.code)).toEqual([code]);
    }
    expect(asked).toHaveLength(31);
  });
});

describe('the catalogue in force', () => {
  it('gives the whole item under its code, however the code is written', () => {
    const { shelf } = aShelf();
    const item = shelf.byCode(' 11990101990000017g4990131001000');
    expect(item).toMatchObject({ nameZh: '企业设立登记（有限责任公司）', version: 1, queue: 'E' });
    expect(shelf.byCode('11990101990000017G4990131009999')).toBeNull();
  });

  it('is read again only when the file is another one', () => {
    const { db, shelf } = aShelf();
    const later = openItemShelf({ db, source, nowMs: () => MORNING_MS + 1_000 });
    expect(later.freshAtMs()).toBe(MORNING_MS);

    const newer = {
      text: demoCatalogueText.replaceAll('个体工商户设立登记', '个体户登记'),
      name: 'newer',
      signedBy: null,
    };
    const third = openItemShelf({ db, source: newer, nowMs: () => MORNING_MS + 2_000 });
    expect(third.freshAtMs()).toBe(MORNING_MS + 2_000);
    expect(third.find('个体工商户设立', 12)).toEqual([]);
    expect(shelf.byCode('11990101990000017G4990131002000')?.nameZh).toBe('个体户登记');
  });

  it('drops an item that is no longer in it from the search and keeps its last version', () => {
    const { db } = aShelf();
    const whole: unknown = JSON.parse(demoCatalogueText);
    const items: unknown = Reflect.get(Object(whole), 'items');
    Reflect.set(Object(whole), 'items', Array.isArray(items) ? items.slice(1) : []);
    Reflect.set(Object(whole), 'bundles', []);
    const shelf = openItemShelf({
      db,
      source: { text: JSON.stringify(whole), name: 'shorter', signedBy: null },
      nowMs: () => MORNING_MS,
    });
    expect(shelf.byCode('11990101990000017G4990131001000')).toBeNull();
    expect(shelf.find('企业设立登记', 12)).toEqual([]);
    expect(db.prepare('SELECT count(*) AS kept FROM item').get()).toEqual({ kept: 19 });
  });

  it('stays when the next file has faults, which are told', () => {
    const { db } = aShelf();
    const faulty = { text: demoCatalogueText.replace('"scjg"', '"nobody"'), name: 'faulty', signedBy: null };
    const shelf = openItemShelf({ db, source: faulty, nowMs: () => MORNING_MS });
    expect(shelf.refusedFaults.map(({ path }) => path)).toContain('items[0].department');
    expect(shelf.byCode('11990101990000017G4990131001000')).not.toBeNull();
  });

  it('that never was and is faulty stops the start, with every fault', () => {
    const db = aCaseFile();
    const open = () =>
      openItemShelf({
        db,
        source: { text: '{}', name: 'empty.json', signedBy: null },
        nowMs: () => MORNING_MS,
      });
    expect(open).toThrow(CatalogueRefused);
    expect(open).toThrow(/empty\.json[\s\S]*schema/);
  });

  it('is fresh from the moment the platform confirms it, never from an earlier one', () => {
    const { shelf } = aShelf();
    shelf.confirm(MORNING_MS + 5_000);
    shelf.confirm(MORNING_MS + 3_000);
    expect(shelf.freshAtMs()).toBe(MORNING_MS + 5_000);
  });
});
