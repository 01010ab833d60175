import { describe, expect, it } from 'vitest';
import { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { caseValues, frameValues } from '#rules/notices/common-values.ts';
import { merged } from '#rules/notices/filling.ts';
import { kindValues } from '#rules/notices/kind-values.ts';
import { hasTwoCopies } from '#rules/notices/signing.ts';
import { templateFaults } from '#rules/notices/template-faults.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { vocabularies } from '#rules/notices/vocabulary.ts';
import { canonicalJson } from '../../support/canonical-json.ts';
import { aPaper, fillingOf, paperOf, paperSamples } from '../../support/paper-samples.ts';

describe.each(NoticeKind.options)('the %s', (kind) => {
  it('has a wording of its own without a fault', () => {
    const template = ownTemplates[kind];
    expect(template.kind).toBe(kind);
    expect(NoticeTemplate.parse(template)).toEqual(template);
    expect(templateFaults(template)).toEqual([]);
  });

  it('is filled with exactly what its vocabulary names', () => {
    const { values, flags, lists } = merged(frameValues(aPaper), fillingOf(kind));
    const known = vocabularies[kind];
    expect(Object.keys(values).toSorted()).toEqual(known.values.toSorted());
    expect(Object.keys(flags).toSorted()).toEqual(known.flags.toSorted());
    expect(Object.keys(lists).toSorted()).toEqual(Object.keys(known.lists).toSorted());
    for (const [name, entries] of Object.entries(lists)) {
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) {
        expect(Object.keys(entry).toSorted()).toEqual(known.lists[name]?.toSorted());
      }
    }
  });

  it('is a whole paper with nothing left to fill', () => {
    const paper = paperOf(kind);
    expect(NoticeContent.parse(paper)).toEqual(paper);
    expect(JSON.stringify(paper)).not.toMatch(/\{[A-Za-z]+\}|undefined/);
    expect(paper.templateVersion).toBe(ownTemplates[kind].version);
  });

  it('says that there are two copies exactly when two are pressed', () => {
    const paper = paperOf(kind);
    const saysTwo = JSON.stringify(paper).includes('一式两份');
    expect({ saysTwo, pressed: paper.copies }).toEqual({
      saysTwo: hasTwoCopies(kind),
      pressed: hasTwoCopies(kind) ? 2 : undefined,
    });
  });

  it('is written in canonical JSON as it stands', () => {
    expect(JSON.stringify(paperOf(kind))).toBe(canonicalJson(paperOf(kind)));
  });

  it.each(vocabularies[kind].must)('may not be worded without %s', (field) => {
    const wording = without(ownTemplates[kind], field);
    expect(templateFaults(wording)).toContainEqual({
      path: '',
      say: `a paper of this kind must print ${field}`,
      sayZh: `这种文书必须印出 ${field}`,
    });
  });
});

/** The wording with one field taken out of every sentence. */
function without(template: NoticeTemplate, field: string): NoticeTemplate {
  const { table } = template;
  const list = field.startsWith('list:') ? field.slice('list:'.length) : null;
  if (list !== null) return { ...template, table: table?.list === list ? null : table };
  const text = JSON.stringify({ ...template, table: null }).replaceAll(`{${field}}`, '—');
  const head = table?.head.map((one) => one.replaceAll(`{${field}}`, '—')) ?? [];
  return NoticeTemplate.parse({ ...JSON.parse(text), table: table && { ...table, head } });
}

describe('a wording that came from elsewhere', () => {
  const own = ownTemplates.extension;

  it('is refused with every fault and where it is', () => {
    const bad: NoticeTemplate = {
      ...own,
      title: '延期{what}',
      rows: [...own.rows, { label: '甲', value: '{nothing}', when: 'tomorrow' }],
      paragraphs: [...own.paragraphs, { say: '乙', unless: 'friday' }],
      table: { list: 'lines', head: ['一', '二'], cells: ['{no}'] },
    };
    const rows = own.rows.length;
    expect(templateFaults(bad).map(({ path, say }) => ({ path, say }))).toEqual([
      { path: 'title', say: 'there is no {what}' },
      { path: `rows[${rows}].value`, say: 'there is no {nothing}' },
      { path: `rows[${rows}].when`, say: 'nothing is tomorrow' },
      { path: `paragraphs[${own.paragraphs.length}].unless`, say: 'nothing is friday' },
      { path: 'table.list', say: 'there is no list lines' },
      { path: 'table', say: 'as many heads as cells' },
      { path: 'table.cells[0]', say: 'there is no {no}' },
    ]);
    for (const { sayZh } of templateFaults(bad)) expect(sayZh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('what a person wrote', () => {
  it('is printed as it is, braces and all', () => {
    const paper = paperOf('extension', { reason: '等{applicantName}的{x}' });
    expect(paper.paragraphs.join('')).toContain('理由：等{applicantName}的{x}。');
  });
});

describe('a paper', () => {
  it.each(NoticeKind.options)(
    '%s says that scanning tells how the case stands only where it does',
    (kind) => {
      const says = (trackable: boolean) =>
        /扫码查进度|扫描二维码/.test(JSON.stringify(paperOf(kind, {}, { trackable })));
      const asks = JSON.stringify(ownTemplates[kind].foot).includes('trackable');
      expect([says(true), says(false)]).toEqual([asks, false]);
    },
  );

  it('of a special procedure says how the new due day is told', () => {
    const said = paperOf('special-procedure').paragraphs.join('');
    expect(said).toContain('新的到期日在结束当天用短信告知同意收短信的人');
    expect(said).not.toContain('另行告知');
  });

  it('of a case is not made without one', () => {
    expect(() => kindValues.acceptance(paperSamples.acceptance, null)).toThrow(RangeError);
    expect(caseValues(aPaper).values).toBeDefined();
  });

  it('of what was never received says so and still names the right organ', () => {
    const slip = paperOf('wrong-organ', {}, { receiptNumber: null, shortNumber: null, applicant: null });
    expect(slip.receiptNumber).toBe('');
    expect(slip.paragraphs.join('')).toContain('请向示范县农业农村局申请');
  });

  it('that the law accepted says that nobody answered in time', () => {
    const notice = paperOf('acceptance', { deemed: true });
    expect(notice.paragraphs.join('')).toContain('视为受理');
    expect(paperOf('acceptance').paragraphs.join('')).not.toContain('视为受理');
  });

  it('that corrects a second time names the supervisor and the reason', () => {
    const second = { by: { number: '0301', name: '陈立' }, reason: '申请人换了经营场所' };
    const notice = JSON.stringify(paperOf('correction', { second }));
    expect(notice).toContain('申请人换了经营场所');
    expect(notice).toContain('陈立（工号 0301）');
    expect(JSON.stringify(paperOf('correction'))).not.toContain('批准人');
  });
});
