import { describe, expect, it } from 'vitest';
import { all } from '#native/sqlite/database.ts';
import { aWindow, man } from '../../support/card-window.ts';

describe('a card that comes under an open dialog', () => {
  const under = async () => {
    const window = aWindow();
    window.board.put(1, 'called');
    window.dialogs.lay(true);
    const reading = await window.lay();
    return { window, reading };
  };

  it('is kept: nobody has arrived and nobody is filled before it closes', async () => {
    const { window, reading } = await under();
    expect(window.phases()).toEqual(['reading', 'kept']);
    expect(window.news.at(-1)).toMatchObject({ readingId: reading.id, name: '李*', role: null });
    expect(window.board.arrivals).toEqual([]);
    expect(all(window.desk.db, 'SELECT * FROM party')).toEqual([]);

    window.dialogs.lay(false);
    await window.watcher.settled();
    expect(window.board.arrivals).toEqual(['0317']);
    expect(window.phases()).toEqual(['reading', 'kept', 'read']);
    expect((await window.visit()).applicant).toMatchObject({ name: '李*', verification: 'unconfirmed' });
  });

  it('is as proved as two equal reads make it, also when the second came before the dialog closed', async () => {
    const { window, reading } = await under();
    await window.confirm(reading);
    window.dialogs.lay(false);
    await window.watcher.settled();
    expect((await window.visit()).applicant?.verification).toBe('confirmed');
  });

  it('fills nobody when its second read differed', async () => {
    const { window, reading } = await under();
    window.watcher.differs(reading.id);
    window.dialogs.lay(false);
    await window.watcher.settled();
    expect(window.board.arrivals).toEqual([]);
    expect(all(window.desk.db, 'SELECT * FROM party')).toEqual([]);
  });

  it('is used for ten seconds and not a moment longer', async () => {
    const { window } = await under();
    window.desk.clock.move(10_001);
    window.dialogs.lay(false);
    await window.watcher.settled();
    expect(window.board.arrivals).toEqual([]);
    expect(window.phases().at(-1)).toBe('lifted');
  });

  it('is a word of the window that leaves nothing in the file', async () => {
    const { desk } = aWindow();
    const rows = () =>
      all(desk.db, 'SELECT (SELECT count(*) FROM audit) AS a, (SELECT count(*) FROM outside_act) AS b');
    const before = rows();
    expect(await desk.ask('identity.cover', { covered: true })).toEqual({ ok: true, value: {} });
    expect(desk.parts.dialogs.isCovered()).toBe(true);
    expect(rows()).toEqual(before);
  });

  it('gives way to the next card, and to another ticket', async () => {
    const { window } = await under();
    await window.lay(man);
    window.board.put(2, 'called');
    window.dialogs.lay(false);
    await window.watcher.settled();
    expect(window.phases().at(-1)).toBe('used-elsewhere');
    expect(all(window.desk.db, 'SELECT * FROM party')).toEqual([]);
  });
});
