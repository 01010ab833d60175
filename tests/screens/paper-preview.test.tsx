// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { PaperPreview } from '#renderer/screens/papers/paper-preview.tsx';
import { meaningOf } from '#renderer/words/paper-labels.ts';
import { type Language, WordsContext, wordsIn } from '#renderer/words/words.ts';
import { paperOf } from '../support/paper-samples.ts';

/** The help beside a paper, in the language of the screen. */
function helpBeside(content: NoticeContent, language: Language) {
  cleanup();
  const words = wordsIn(language);
  render(
    <WordsContext value={words}>
      <PaperPreview content={content} />
    </WordsContext>,
  );
  return within(screen.getByRole('complementary', { name: words.papers.help }));
}

/** What a paper prints beside its sentences. */
function labelsOf(kind: NoticeKind): readonly string[] {
  const { rows, table, annex } = ownTemplates[kind];
  const heads = (table?.head ?? []).map((head) => head.replaceAll(/\{[A-Za-z]+\}/g, '7'));
  return [...rows.map(({ label }) => label), ...heads, ...(annex ? [annex.title] : [])];
}

it.each(NoticeKind.options)('every label, head and title of the %s has its English', (kind) => {
  expect(labelsOf(kind).filter((label) => meaningOf(label) === null)).toEqual([]);
});

it.each(NoticeKind.options)(
  'beside the %s stands in English every row it prints and what to do with it',
  (kind) => {
    const content = paperOf(kind);
    const help = helpBeside(content, 'en');
    expect(content.rows.length).toBeGreaterThan(0);
    for (const { label } of content.rows) expect(help.getByText(meaningOf(label) ?? '')).toBeTruthy();
    expect(help.getByText(wordsIn('en').papers.helps[kind])).toBeTruthy();
    expect(help.getByText(wordsIn('en').papers.duties[kind])).toBeTruthy();
  },
);

it('reads a tolerance in English: its table, its second part and what the citizen owes', () => {
  const help = helpBeside(paperOf('tolerance'), 'en');
  expect(help.getByText('No. · Paper to come · Bring by')).toBeTruthy();
  expect(help.getByText('Promise to bring the missing papers')).toBeTruthy();
  expect(help.getByText(/Brings each paper by its day/)).toBeTruthy();
});

it('names the paper that never came when a promise was not kept', () => {
  const promise = { paperZh: '规章目录', papersReturned: null };
  const help = helpBeside(paperOf('lapse', { promise }), 'en');
  expect(help.getByText('Paper still missing').nextElementSibling?.textContent).toBe('规章目录');
  expect(help.getByText('Tolerance notice')).toBeTruthy();
});

it('counts in the head of a table as the paper does', () => {
  expect(meaningOf('收到材料 12 份')).toBe('Papers taken in: 12');
});

it('leaves a row of a hall’s own wording in Chinese, and leaves none out', () => {
  const content = paperOf('extension');
  const own = { ...content, rows: [...content.rows, { label: '本厅编号', value: '甲 7' }] };
  const help = helpBeside(own, 'en');
  expect(help.getByText('本厅编号').lang).toBe('zh-CN');
  expect(help.getByText('甲 7')).toBeTruthy();
});

it('says in Chinese what the paper says and what the citizen does, without the labels once more', () => {
  const help = helpBeside(paperOf('correction'), 'zh-CN');
  expect(help.getByText('群众要做什么')).toBeTruthy();
  expect(help.getByText(wordsIn('zh-CN').papers.duties.correction)).toBeTruthy();
  expect(help.queryByText('收件号')).toBeNull();
});
