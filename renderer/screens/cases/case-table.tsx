import { useState } from 'react';
import type { CaseLine, CaseState } from '#contract/shapes/case.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { Icon } from '../../components/icon.tsx';
import { PickList } from '../../components/pick-list.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork, dateWords, dayWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { IdentityWaitTag } from '../sources/identity-wait.tsx';
import { DEBT_SIGNS } from '../result/owed-list.tsx';
import { type CaseSearch, LINES_AT_MOST } from './use-case-search.ts';

export const STATE_TAGS = {
  draft: '',
  blocked: 'q',
  received: 'q',
  'awaiting-correction': 'a',
  'received-again': 'q',
  accepted: 'p',
  'accepted-tolerant': 'p',
  'accepted-commitment': 'p',
  'deemed-accepted': 'a',
  suspended: 'a',
  'in-review': 'p',
  'decided-granted': 'p',
  'decided-denied': 'z',
  ready: 'p',
  delivered: 'p',
  refused: 'z',
  'closed-not-needed': 'q',
  'closed-wrong-organ': 'q',
  'closed-lapsed': 'z',
  'closed-returned': 'z',
  referred: 'q',
  withdrawn: 'q',
  archived: 'q',
} as const satisfies Record<CaseState, string>;

/** What was found, newest first, with its number, owner, state and whether the province has it. */
export function CaseTable({ stores, search }: { readonly stores: Stores; readonly search: CaseSearch }) {
  const clock = useClockwork(stores.status);
  const { cases } = clock.words.sheet.result;
  const [at, setAt] = useState(0);
  const { lines, sought } = search;
  if (sought === null) {
    return (
      <div className="empty-say">
        <b>{cases.idle}</b>
        <span className="note">{cases.idleNote}</span>
      </div>
    );
  }
  if (lines.length === 0) {
    return (
      <div className="empty-say" role="alert">
        <b>{cases.none(sought)}</b>
        <span className="note">{cases.noneNote}</span>
      </div>
    );
  }
  const { columns } = cases;
  return (
    <>
      <output className="note found">
        {lines.length >= LINES_AT_MOST ? cases.most(LINES_AT_MOST) : cases.found(lines.length)}
      </output>
      <div className="case-line head" aria-hidden="true">
        <span>{columns.receipt}</span>
        <span>{columns.item}</span>
        <span>{columns.applicant}</span>
        <span>{columns.state}</span>
        <span>{columns.opened}</span>
        <span>{columns.due}</span>
        <span>{columns.sync}</span>
      </div>
      <PickList
        label={cases.label}
        className="case-lines"
        rows={lines}
        rowKey={(line) => line.id}
        at={Math.min(at, lines.length - 1)}
        onMove={setAt}
        onChoose={(line) => void search.open(line.id)}
        rowClass={(line) => (line.id === search.opened?.id ? 'case-line on' : 'case-line')}
        renderRow={(line) => lineCells(clock, line)}
      />
    </>
  );
}

function lineCells(clock: Clockwork, line: CaseLine) {
  const { words } = clock;
  const { result, deciding } = words.sheet;
  return (
    <>
      <b className="n">
        {line.receiptNumber ? shortReceiptNumber(line.receiptNumber) : result.cases.noNumber}
      </b>
      <span className="item-cell">
        <span className="el">{inLanguage(words, line.itemNameZh, line.itemNameEn)}</span>
        <IdentityWaitTag wait={line.identityWait} />
      </span>
      <span className="el">{line.applicantName}</span>
      <span>
        <span className={`tag ${STATE_TAGS[line.state]}`}>{deciding.states[line.state]}</span>
      </span>
      <span className="note n nw">
        {dateWords(line.openedAtMs, clock)} {clockWords(line.openedAtMs, clock)}
      </span>
      <span className="n nw">{line.promisedDueOn ? dayWords(line.promisedDueOn, words) : '—'}</span>
      <span className="note el sync-cell">
        {line.sync ? (
          <>
            <Icon name={DEBT_SIGNS[line.sync][0]} tone={DEBT_SIGNS[line.sync][1]} size="s" />
            <span className="el">{result.debtState[line.sync]}</span>
          </>
        ) : (
          result.cases.notOwed
        )}
      </span>
    </>
  );
}
