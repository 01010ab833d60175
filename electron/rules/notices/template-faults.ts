import type { NoticeTemplate, TemplateLine } from '#contract/shapes/notice-template.ts';
import { placeholdersOf } from './fill-template.ts';
import { vocabularies } from './vocabulary.ts';

/** One thing wrong in a template: where, as `rows[3].value`, and what. */
export interface TemplateFault {
  readonly path: string;
  readonly say: string;
  readonly sayZh: string;
}

/**
 * Whether a template may be used: every placeholder, condition and list exists, a line of the table has as many
 * cells as heads, and everything the paper must hold is printed somewhere.
 *
 * @source domain.md 5.3
 */
export function templateFaults(template: NoticeTemplate): TemplateFault[] {
  const known = vocabularies[template.kind];
  const faults: TemplateFault[] = [];
  const printed = new Set<string>();
  const check = (path: string, text: string, names: readonly string[], counts = true): void => {
    for (const name of placeholdersOf(text)) {
      if (!names.includes(name)) faults.push({ path, say: `there is no {${name}}`, sayZh: `没有 {${name}}` });
      else if (counts) printed.add(name);
    }
  };
  const checkFlag = (path: string, name: string | undefined): void => {
    if (name !== undefined && !known.flags.includes(name))
      faults.push({ path, say: `nothing is ${name}`, sayZh: `没有“${name}”这种情况` });
  };
  const checkLines = (path: string, lines: readonly TemplateLine[]): void => {
    for (const [at, line] of lines.entries()) {
      const { say, when, unless } =
        typeof line === 'string' ? { say: line, when: undefined, unless: undefined } : line;
      check(`${path}[${at}]`, say, known.values);
      checkFlag(`${path}[${at}].when`, when);
      checkFlag(`${path}[${at}].unless`, unless);
    }
  };

  check('title', template.title, known.values);
  for (const [at, row] of template.rows.entries()) {
    check(`rows[${at}].value`, row.value, known.values);
    checkFlag(`rows[${at}].when`, row.when);
    checkFlag(`rows[${at}].unless`, row.unless);
  }
  checkLines('paragraphs', template.paragraphs);
  checkLines('foot', template.foot);
  if (template.annex) {
    check('annex.title', template.annex.title, known.values);
    checkLines('annex.paragraphs', template.annex.paragraphs);
  }
  if (template.table) {
    const { list, head, cells } = template.table;
    const names = known.lists[list];
    if (!names)
      faults.push({ path: 'table.list', say: `there is no list ${list}`, sayZh: `没有清单“${list}”` });
    else printed.add(`list:${list}`);
    if (head.length !== cells.length)
      faults.push({ path: 'table', say: 'as many heads as cells', sayZh: '表头与单元格要一样多' });
    for (const [at, text] of head.entries()) check(`table.head[${at}]`, text, known.values);
    for (const [at, text] of cells.entries()) check(`table.cells[${at}]`, text, names ?? [], false);
  }
  for (const field of known.must) {
    if (!printed.has(field))
      faults.push({
        path: '',
        say: `a paper of this kind must print ${field}`,
        sayZh: `这种文书必须印出 ${field}`,
      });
  }
  return faults;
}
