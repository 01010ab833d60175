import type { CaseId } from '#contract/shapes/case.ts';
import type { Meaning } from '#contract/shapes/form.ts';
import type { AskedField, EntryList } from '#contract/shapes/form-view.ts';
import type { Site } from '#contract/shapes/site.ts';
import { plainMeaning } from '#rules/bundles/opening.ts';
import { maskedField } from '#rules/form/field-mask.ts';
import { wordsOfAnswer } from '#rules/form/form-lines.ts';
import { no, yes } from '../answering.ts';
import type { Looking } from '../intake/case-whole.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { enteredOf, typedTwiceSince } from '../store/second-entries.ts';
import { formAt } from './open-form.ts';

type System = Site['departmentSystems'][number];

/** A value to be typed into a department's system, whole. */
interface EntryValue {
  readonly meaning: Meaning;
  readonly field: AskedField;
  readonly value: string;
}

export interface SecondEntry {
  readonly record: CaseRecord;
  readonly system: System;
  readonly values: readonly EntryValue[];
}

const LATELY_MS = 30 * 86_400_000;

/**
 * What of a case has to be typed once more, because its department's system has no interface.
 *
 * @source domain.md 12.1 F05: when a department system forces a second entry, log it as an obstacle
 */
export function secondEntryOf(looking: Looking, caseId: CaseId) {
  const record = caseById(looking.db, caseId);
  if (!record) return no('no-such-case');
  if (record.receiptNumber === null) return no('not-received-yet');
  const system = looking.parts.site.departmentSystems.find(
    ({ department }) => department === record.item.department.key,
  );
  if (!system) return no('no-such-system');
  const whole = formAt(looking, { caseId, scope: 'case' });
  const values = system.order.flatMap((meaning) => {
    const field = whole?.fields.find((one) => plainMeaning(one.meaning) === meaning);
    const value = field && whole?.facts.get(field.meaning)?.words[0]?.value;
    return field && value ? [{ meaning, field, value }] : [];
  });
  return yes<SecondEntry>({ record, system, values });
}

/** The same as the clerk's screen shows it. */
export function entryList({ db, nowMs }: Looking, { record, system, values }: SecondEntry): EntryList {
  const entered = enteredOf(db, record.id);
  return {
    systemZh: system.nameZh,
    systemEn: system.nameEn,
    lines: values.map(({ meaning, field, value }) => {
      const masked = maskedField(field, value);
      const mark = entered.get(meaning);
      return {
        meaning,
        labelZh: field.labelZh,
        labelEn: field.labelEn,
        shown: masked ?? wordsOfAnswer(field, value).shownZh,
        masked: masked !== null,
        entered: mark ? { atMs: mark.atMs, by: mark.by } : null,
      };
    }),
    typedTwice: typedTwiceSince(db, system.department, nowMs - LATELY_MS),
  };
}
