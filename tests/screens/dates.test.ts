import { describe, expect, it } from 'vitest';
import {
  clockSecondsWords,
  clockWords,
  dateWords,
  dayWords,
  longDateWords,
  minutesWords,
  runningWords,
  spanWords,
} from '#renderer/words/dates.ts';
import { wordsIn } from '#renderer/words/words.ts';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const hall = { words: zh, timeZone: 'Asia/Shanghai' };
/** One second after midnight in the hall; still the day before in UTC. */
const AFTER_MIDNIGHT_MS = Date.UTC(2026, 10, 30, 16, 0, 1);

describe('days and times', () => {
  it('are those of the hall, whatever the computer thinks', () => {
    expect(clockWords(AFTER_MIDNIGHT_MS, hall)).toBe('00:00');
    expect(clockSecondsWords(AFTER_MIDNIGHT_MS, hall)).toBe('00:00:01');
    expect(dateWords(AFTER_MIDNIGHT_MS, hall)).toBe('12月1日');
    expect(longDateWords(AFTER_MIDNIGHT_MS, hall)).toBe('12月1日 星期二');
    expect(longDateWords(AFTER_MIDNIGHT_MS, { ...hall, words: en })).toBe('Tue 1 Dec');
  });

  it('name the year only when it is another one', () => {
    expect(dayWords('2026-12-01', zh, 2026)).toBe('12月1日');
    expect(dayWords('2027-01-04', zh, 2026)).toBe('2027年1月4日');
    expect(dayWords('2027-01-04', en, 2026)).toBe('4 Jan 2027');
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '不到 1 分'],
    [59_999, '不到 1 分'],
    [60_000, '1 分'],
    [3_540_000, '59 分'],
    [3_720_000, '1 小时 2 分'],
    [-5000, '不到 1 分'],
  ])('%d ms waited is %s', (ms, said) => {
    expect(minutesWords(ms, zh)).toBe(said);
  });

  it('run on as a clock', () => {
    expect(runningWords(372_000)).toBe('06:12');
    expect(runningWords(3_661_000)).toBe('1:01:01');
    expect(spanWords(588_000, zh)).toBe('9 分 48 秒');
    expect(spanWords(8000, zh)).toBe('8 秒');
  });
});
