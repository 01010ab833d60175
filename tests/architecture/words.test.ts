import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calls } from '#contract/calls.ts';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { type Language, wordsIn } from '#renderer/words/words.ts';

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

/** Every text of a language; what takes values is said with a 7 for each of them. */
function textsOf(language: Language): readonly (readonly [string, string])[] {
  return leavesOf(wordsIn(language)).flatMap(([path, leaf]) => {
    const said: unknown =
      typeof leaf === 'function' ? Reflect.apply(leaf, undefined, Array(leaf.length).fill('7')) : leaf;
    return leavesOf(said, path).flatMap(([at, text]) =>
      typeof text === 'string' ? [[at, text] as const] : [],
    );
  });
}

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

  it('English holds no Chinese, except what is printed in Chinese and the signs that papers carry', () => {
    const carried =
      /^\.frame\.(seal|otherLanguage)$|^\.citizen\.otherLanguage$|^\.sheet\.intake\.papers\.seals\.|^\.sheet\.deciding\.dialogs\.correct\w*$/;
    const strays = textsOf('en').filter(([path, text]) => !carried.test(path) && HANZI.test(text));
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

  it('Chinese says the first thing in at most 20 signs', () => {
    const long = textsOf('zh-CN').filter(([, text]) => firstOf(text).length > 20);
    expect(long).toEqual([]);
  });

  it('Chinese blames nobody, hides nothing and shouts at nobody', () => {
    const hollow = textsOf('zh-CN').filter(([, text]) =>
      /失败|异常|系统错误|联系管理员|[！!]|(?<![父母])亲/.test(text),
    );
    expect(hollow).toEqual([]);
  });

  it('Chinese calls citizens 您 where it speaks to them, and clerks nothing', () => {
    const toCitizens = /^\.citizen\.|^\.told\.|^\.frame\.display\.|^\.sheet\.result\.tell\./;
    const spoken = textsOf('zh-CN').filter(([, text]) => /[你您]/.test(text));
    expect(spoken.filter(([path, text]) => !toCitizens.test(path) || text.includes('你'))).toEqual([]);
    expect(spoken.length).toBeGreaterThan(0);
  });

  it('English says no more than Chinese does: nothing failed, nobody shouts', () => {
    const hollow = textsOf('en').filter(([, text]) =>
      /\b(failed|failure|error|administrator)\b|!/i.test(text),
    );
    expect(hollow).toEqual([]);
  });

  it('no text says that it was given nothing', () => {
    const broken = [...textsOf('zh-CN'), ...textsOf('en')].filter(([, text]) =>
      /undefined|NaN|\[object/.test(text),
    );
    expect(broken).toEqual([]);
  });

  it('would find a long, hollow or wrongly addressed text (the control of these tests)', () => {
    expect(firstOf('这一句话实在是太长了谁也不会在柜台上把它读完的。').length).toBeGreaterThan(20);
    expect(firstOf('读完了。这后面的可以长一些，没有关系，因为没有人急着要看它。').length).toBe(3);
    expect(textsOf('zh-CN').length).toBeGreaterThan(1000);
  });
});

/** The signs of the first sentence, without spaces. */
function firstOf(text: string): readonly string[] {
  return Array.from((text.split(/[。；？]/)[0] ?? '').replaceAll(/\s/g, ''));
}
