import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calls } from '#contract/calls.ts';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { wordsIn } from '#renderer/words/words.ts';

const HANZI = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/u;
const sources = globSync('renderer/**/*.{ts,tsx}').filter((path) => !path.startsWith('renderer/words/'));

/** A line without its comments: a comment may name a rule in the hall's own words. */
function codeOf(source: string): readonly string[] {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''));
}

function linesWithHanzi(source: string): readonly string[] {
  return codeOf(source).filter((line) => HANZI.test(line));
}

describe('words a person reads', () => {
  it.each(sources)('%s holds none of its own', (path) => {
    expect(linesWithHanzi(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('would be found in a screen that did', () => {
    expect(linesWithHanzi('// 受理\n/* 收件 */\nconst a = <p>受理</p>;')).toHaveLength(1);
  });
});

function leavesOf(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

describe('the two languages', () => {
  const chinese = leavesOf(wordsIn('zh-CN'));
  const english = leavesOf(wordsIn('en'));

  it('say the same things', () => {
    const listless = (leaves: typeof chinese) =>
      leaves.map(([path]) => path.replace(/\.\d+$/, '')).toSorted();
    expect([...new Set(listless(english))]).toEqual([...new Set(listless(chinese))]);
  });

  it('English holds no Chinese, except the signs that papers and people carry', () => {
    const carried = new Set(['.frame.seal', '.frame.otherLanguage']);
    const strays = english.filter(
      ([path, text]) =>
        !carried.has(path) && !path.startsWith('.sheet') && typeof text === 'string' && HANZI.test(text),
    );
    expect(strays).toEqual([]);
  });

  it('have a sentence for every refusal of every call', () => {
    const refusals = Object.values(calls).flatMap(({ refusals: own }) => [...own]);
    for (const language of ['zh-CN', 'en'] as const) {
      const said: Readonly<Record<string, string>> = wordsIn(language).refusals;
      const silent = [...refusals, ...COMMON_REFUSALS].filter((word) => !said[word]);
      expect(silent).toEqual([]);
    }
  });

  it('Chinese says what happened in at most 20 signs, blames nobody and hides nothing', () => {
    const said = Object.entries(wordsIn('zh-CN').refusals);
    const long = said.filter(([, text]) => (text.split(/[。：，]/)[0] ?? '').length > 20);
    const hollow = said.filter(([, text]) => /失败|异常|系统错误|请联系管理员|！|亲/.test(text));
    expect(long).toEqual([]);
    expect(hollow).toEqual([]);
  });
});
