import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusalReason } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Fact } from '#contract/shapes/item.ts';
import { NoticeContent } from '#contract/shapes/notice.ts';
import { howItCame } from '#rules/notices/common-values.ts';
import { factQuestions } from '#rules/notices/fact-questions.ts';
import { dayInWords, limitInWords } from '#rules/notices/words-of-days.ts';
import { citizenNumber, itemNamed } from '../../support/intake-desk.ts';
import { aPaper, paperOf, receivedOn } from '../../support/paper-samples.ts';

const on = receivedOn;
const row = (content: NoticeContent, wanted: string) =>
  content.rows.find(({ label }) => label === wanted)?.value;
const all = (content: NoticeContent) => JSON.stringify(content);

describe('the receipt slip', () => {
  it('says what was taken in, how, and by which day the citizen hears', () => {
    const slip = paperOf('receipt-slip');
    expect(slip.table).toEqual({
      head: ['收到材料 4 份', '形式'],
      rows: [
        ['1 食品经营许可申请书', '原件 1'],
        ['2 营业执照', '核对退还'],
        ['3 布局图', '扫描件'],
        ['4 规章目录', '容缺，2026年12月1日前补'],
      ],
    });
    expect(slip.paragraphs).toEqual([
      '最迟 2026年12月1日 告知是否受理。',
      '逾期未告知的，自收件之日起视为受理。',
      '本凭证不是受理通知书。',
    ]);
    expect(row(slip, '收件')).toBe('2026-11-24 09:52:31');
    expect(row(slip, '经办人')).toBe('本人');
    expect(NoticeContent.parse(slip)).toEqual(slip);
  });

  it('tells that the department decides where the counter only receives', () => {
    const item = itemNamed('出生登记（户口）');
    expect(paperOf('receipt-slip', {}, { item }).paragraphs).toEqual([
      '最迟 2026年12月1日 告知是否受理。',
      '本窗口代收材料，由示范县公安局决定是否受理。',
      '本凭证不是受理通知书。',
    ]);
  });

  it('never carries a whole name or number of a person, whoever they are', () => {
    const person = integer({ min: 1, max: 999 }).map((serial) => ({
      name: `${'王李张赵'.charAt(serial % 4)}${'示范晓雨小明'.slice(serial % 3, (serial % 3) + 2)}`,
      certificateNumber: citizenNumber(serial),
    }));
    assert(
      property(person, person, (applicant, handler) => {
        const slip = all(
          paperOf(
            'receipt-slip',
            {},
            {
              applicant: { kind: 'person', ...applicant },
              handler: { kind: 'person', ...handler },
            },
          ),
        );
        for (const one of [applicant, handler]) {
          expect(slip).not.toContain(one.name);
          expect(slip).not.toContain(one.certificateNumber.slice(0, 15));
          expect(slip).toContain(`证件尾号 ${one.certificateNumber.slice(-4)}`);
        }
      }),
      { numRuns: 500, seed: 990_101 },
    );
  });

  it('counts originals and copies', () => {
    const paper = { nameZh: '', route: 'paper', givenBack: false, dueOn: null } as const;
    expect(howItCame({ ...paper, originals: 2, copies: 3 })).toBe('原件 2 复印 3');
    expect(howItCame({ ...paper, originals: 0, copies: 0 })).toBe('核对退还');
    expect(howItCame({ ...paper, originals: 1, copies: 1, givenBack: true })).toBe('原件 1 复印 1');
    expect(howItCame({ ...paper, route: 'card', originals: 0, copies: 0 })).toBe('身份核验');
  });
});

describe('the acceptance notice', () => {
  it('holds everything the law and the hall want on it', () => {
    const notice = paperOf('acceptance', {}, { materials: aPaper.materials.slice(0, 3) });
    expect(notice.title).toBe('受理通知书');
    expect(row(notice, '法定期限')).toBe('10 个工作日，至 2026年12月8日');
    expect(row(notice, '承诺期限')).toBe('5 个工作日，至 2026年12月1日');
    expect(row(notice, '不计时间')).toContain('现场核查');
    expect(row(notice, '事项编码')).toBe(aPaper.item.code);
    expect(row(notice, '领取方式')).toBe('窗口领取、邮寄');
    expect(row(notice, '申请人')).toBe(`李晓雨　证件号码 ${citizenNumber()}`);
    expect(notice.paragraphs.join('')).toContain('第三十二条第一款第（五）项');
    expect(notice.sealPlace).toBe('示范县市场监督管理局');
    expect(notice.table).toBeNull();
  });

  it('names what is still to come, and by when, when it is tolerant', () => {
    const notice = paperOf('tolerance');
    expect(notice.title).toBe('容缺受理通知书');
    expect(notice.table?.rows).toEqual([['1', '规章目录', '2026年12月1日']]);
    expect(notice.paragraphs.join('')).toContain('补齐前不发放办理结果');
  });

  it('cites the licensing law for licences only', () => {
    const item = itemNamed('社会保障卡申领');
    expect(all(paperOf('acceptance', {}, { item }))).not.toContain('行政许可法');
    expect(all(paperOf('correction', { lines: [] }, { item }))).not.toContain('行政许可法');
    for (const reason of RefusalReason.options) {
      expect(all(paperOf('refusal', { reason, say: '说明' }, { item }))).not.toContain('行政许可');
    }
  });
});

describe('the correction notice', () => {
  it('lists every line with its rule', () => {
    const lines = [
      { nameZh: '规章目录', say: '补一份', rule: '清单第 4 项' },
      { nameZh: null, say: '申请书漏签名', rule: null },
    ];
    const notice = paperOf('correction', { lines });
    expect(notice.table?.rows).toEqual([
      ['1', '规章目录', '补一份', '清单第 4 项'],
      ['2', '其他', '申请书漏签名', '实施清单材料目录'],
    ]);
    expect(notice.paragraphs.join('')).toContain('第（四）项');
    expect(notice.signaturePlace).toBe(true);
  });
});

describe('the refusal decision', () => {
  it('gives for every reason its wording, the explanation, and both ways to object', () => {
    const texts = RefusalReason.options.map((reason) =>
      paperOf('refusal', { reason, say: '请到示范县民政局' }).paragraphs.join('\n'),
    );
    expect(new Set(texts).size).toBe(RefusalReason.options.length);
    for (const text of texts) {
      expect(text).toContain('请到示范县民政局');
      expect(text).toContain('60 日内依法申请行政复议');
      expect(text).toContain('6 个月内依法向人民法院提起行政诉讼');
    }
  });
});

describe('numbers and days on papers', () => {
  it('writes days and limits as legal papers do', () => {
    expect(dayInWords(Day.parse('2027-01-05'))).toBe('2027年1月5日');
    expect(limitInWords({ days: 3, unit: 'calendar_day', basis: null }, on)).toBe(
      '3 个自然日，至 2026年11月24日',
    );
    expect(limitInWords({ days: 0, unit: 'workday', basis: null }, on)).toBe('当场办结，2026年11月24日');
    expect(limitInWords({ days: null, unit: null, basis: null }, null)).toBe('按实施清单办理');
  });

  it('has a question for every fact that is not seen at the window', () => {
    expect(Object.keys(factQuestions).toSorted()).toEqual(
      Fact.options.filter((fact) => fact !== 'agent').toSorted(),
    );
  });
});
