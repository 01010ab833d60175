import { describe, expect, it } from 'vitest';
import { LocalNote } from '#contract/shapes/catalogue.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { changedCatalogue } from '../../support/demo-catalogue.ts';
import { itemNamed } from '../../support/intake-desk.ts';
import { asker } from '../../support/desk-parts.ts';

const trader = itemNamed('个体工商户设立登记');
const food = itemNamed('食品经营许可（新办）');

const DUTIES = {
  schema: 'one-window/duties@1',
  name: '第一批责任清单（演示）',
  duties: [
    {
      department: '示范县市场监督管理局',
      data: '企业登记基本信息',
      duty: '提供查询',
      method: '接口',
      frequency: '实时',
      replaces: ['营业执照'],
    },
    {
      department: '示范县公安局',
      data: '人口基本信息',
      duty: '提供查询',
      method: '接口',
      frequency: '实时',
      replaces: ['population.basic'],
    },
  ],
};

describe('the duty list', () => {
  const loaded = async () => {
    const desk = catalogueDesk();
    desk.lay('duties.json', JSON.stringify(DUTIES));
    expect(await desk.importNamed('duties.json')).toEqual({ outcome: 'duties', duties: 2 });
    return desk;
  };
  const paper = (id: string) => {
    const found = food.materials.find((one) => one.id === id);
    if (!found) throw new Error(`the item has no ${id}`);
    return found;
  };

  it('says who owes the data instead of a paper, by its name, its licence or its query', async () => {
    const { items } = await loaded();
    expect(items.dutyOn(paper('licence'))?.department).toBe('示范县市场监督管理局');
    expect(items.dutyOn({ ...paper('layout'), nameZh: '营业执照（申请人）' })?.data).toBe('企业登记基本信息');
    expect(items.dutyOn({ ...paper('layout'), dataShareQuery: 'population.basic' })?.data).toBe(
      '人口基本信息',
    );
  });

  it('says nothing about a paper that is not on it', async () => {
    const { items } = await loaded();
    expect(items.dutyOn(paper('layout'))).toBeNull();
    expect(catalogueDesk().items.dutyOn(paper('licence'))).toBeNull();
  });

  it('is refused whole with every fault by its path, and the list before it stays', async () => {
    const desk = await loaded();
    const [first] = DUTIES.duties;
    const faulty = { ...DUTIES, duties: [first, { ...first, replaces: [] }, { ...first, colour: 1 }] };
    desk.lay('faulty.json', JSON.stringify(faulty));
    const outcome = await desk.importNamed('faulty.json');
    expect(outcome.outcome === 'refused' && outcome.faults.map(({ path }) => path)).toEqual([
      'duties[1].replaces',
      'duties[2]',
    ]);
    desk.lay('twice.json', JSON.stringify({ ...DUTIES, duties: [first, first] }));
    expect(await desk.importNamed('twice.json')).toMatchObject({ faults: [{ path: 'duties[1].data' }] });
    expect((await desk.view()).duties).toMatchObject({ name: DUTIES.name, by: '0009' });
    expect((await desk.view()).duties?.list).toHaveLength(2);
  });
});

describe('a local note', () => {
  const write = async (desk: ReturnType<typeof catalogueDesk>, named: object = {}) =>
    LocalNote.array().parse(
      await desk.valueOf('catalogue.write-note', {
        itemCode: trader.code,
        materialId: 'premises',
        kind: 'note',
        text: '自建房请先去社区盖章。',
        ...named,
      }),
    );

  it('says who wrote it and when, is shown to every clerk, and survives a new package', async () => {
    const desk = catalogueDesk();
    await write(desk);
    desk.lay('next.json', changedCatalogue(['items', 1, 'version'], 2));
    await desk.importNamed('next.json');
    const reply = await desk.ask('catalogue.notes', { itemCode: trader.code }, asker());
    expect(reply).toMatchObject({
      ok: true,
      value: [{ text: '自建房请先去社区盖章。', by: '0009', materialId: 'premises', fromHall: null }],
    });
    expect(desk.items.byCode(trader.code)?.version).toBe(2);
  });

  it('is about an item and a paper that exist, and can be taken away once', async () => {
    const desk = catalogueDesk();
    const note = { itemCode: trader.code, materialId: 'moon', kind: 'note', text: '某某' };
    expect(await desk.refusalOf('catalogue.write-note', note)).toBe('no-such-material');
    expect(await desk.refusalOf('catalogue.write-note', { ...note, itemCode: 'X' })).toBe('no-such-item');
    const [written] = await write(desk);
    expect(await desk.valueOf('catalogue.remove-note', { noteId: written?.id })).toEqual([]);
    expect(await desk.refusalOf('catalogue.remove-note', { noteId: written?.id })).toBe('no-such-note');
  });

  it('is written by keepers only', async () => {
    const desk = catalogueDesk();
    const note = { itemCode: trader.code, materialId: null, kind: 'note', text: '某某' };
    expect(await desk.refusalOf('catalogue.write-note', note, asker())).toBe('not-allowed');
  });
});

describe('F26: guidance between halls', () => {
  const exported = async () => {
    const desk = catalogueDesk();
    await desk.valueOf('catalogue.write-note', {
      itemCode: food.code,
      materialId: null,
      kind: 'good-practice',
      text: '先拍后厨照片，再排队。',
    });
    const { name } = Object(
      await desk.valueOf('catalogue.export-guidance', { itemCodes: [food.code, trader.code] }),
    );
    const file = desk.folder.read(String(name))?.text ?? '';
    return JSON.parse(file);
  };

  it('brings notes and good practice to another hall, under the name of the first, once', async () => {
    const there = catalogueDesk();
    const file = { ...(await exported()), hall: '邻县政务服务中心' };
    there.lay('guidance.json', JSON.stringify(file));
    const taken = { outcome: 'guidance', hall: '邻县政务服务中心', conflicts: [] };
    expect(await there.importNamed('guidance.json')).toEqual({ ...taken, notes: 1, parts: 1 });
    expect(await there.importNamed('guidance.json')).toEqual({ ...taken, notes: 0, parts: 0 });
    expect(await there.valueOf('catalogue.notes', { itemCode: food.code })).toMatchObject([
      { kind: 'good-practice', text: '先拍后厨照片，再排队。', fromHall: '邻县政务服务中心', by: '0009' },
    ]);
  });

  it('tells where it differs from the platform’s data and overwrites nothing', async () => {
    const there = catalogueDesk();
    const file = await exported();
    const guided = file.items.find((one: { itemCode: string }) => one.itemCode === food.code);
    guided.situations = [
      {
        id: 'own',
        questionZh: '是否自建冷库？',
        questionEn: 'Own cold store?',
        options: [
          {
            id: 'y',
            labelZh: '是',
            labelEn: 'yes',
            dropMaterials: [],
            addMaterials: [],
            dataShareInstead: null,
            addSpecialProcedure: null,
            rerouteTo: null,
            note: null,
          },
        ],
      },
    ];
    there.lay('guidance.json', JSON.stringify(file));
    const outcome = await there.importNamed('guidance.json');
    expect(outcome).toMatchObject({
      conflicts: [{ path: 'items[0].situations[0]', theirs: '是否自建冷库？', ours: '' }],
    });
    expect(there.items.byCode(food.code)?.situations).toEqual(food.situations);
  });

  it('is refused whole when it names an item or a paper that is not here', async () => {
    const there = catalogueDesk();
    const file = await exported();
    file.items[1].itemCode = 'NOBODY';
    file.items[0].notes[0].materialId = 'moon';
    there.lay('guidance.json', JSON.stringify(file));
    expect(await there.importNamed('guidance.json')).toMatchObject({
      outcome: 'refused',
      faults: [{ path: 'items[0].notes[0].materialId' }, { path: 'items[1].itemCode' }],
    });
    expect(await there.valueOf('catalogue.notes', { itemCode: food.code })).toEqual([]);
  });

  it('is not exported for an item that is not here', async () => {
    const desk = catalogueDesk();
    expect(await desk.refusalOf('catalogue.export-guidance', { itemCodes: ['X'] })).toBe('no-such-item');
  });
});
