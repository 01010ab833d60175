import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { type Found, netExceptions } from '#rules/sync/exceptions.ts';

const day = (text: string): Day => Day.parse(text);
const TODAY = day('2026-11-24');
const found = (kind: Found['kind'], about: string): Found => ({
  kind,
  about,
  nameZh: about,
  nameEn: about,
  why: null,
});

describe('F27: what is off the net', () => {
  it('has an owner and an end; without them it is a fault and comes first, then what is overdue', () => {
    const { lines, settled } = netExceptions(
      [found('source', 'a'), found('item', 'b'), found('system', 'c'), found('source', 'd')],
      [
        { kind: 'source', about: 'a', owner: '信息中心', until: TODAY },
        { kind: 'item', about: 'b', owner: '医政科', until: day('2026-11-23') },
        { kind: 'source', about: 'd', owner: '票据中心', until: day('2026-01-31') },
      ],
      TODAY,
    );
    expect(lines.map(({ about, standing }) => [about, standing])).toEqual([
      ['c', 'missing'],
      ['d', 'overdue'],
      ['b', 'overdue'],
      ['a', 'running'],
    ]);
    expect(lines[0]).toMatchObject({ owner: null, until: null });
    expect(settled).toEqual([]);
  });

  it('may stand through its last day', () => {
    const [line] = netExceptions(
      [found('item', 'b')],
      [{ kind: 'item', about: 'b', owner: '医政科', until: TODAY }],
      TODAY,
    ).lines;
    expect(line?.standing).toBe('running');
  });

  it('is told when it is declared for something that is connected by now, or for another kind of thing', () => {
    const declared = { kind: 'item', about: 'a', owner: '医政科', until: TODAY } as const;
    const { lines, settled } = netExceptions([found('source', 'a')], [declared], TODAY);
    expect(settled).toEqual([declared]);
    expect(lines[0]?.standing).toBe('missing');
  });
});
