import { useState } from 'react';
import type { CaseId } from '#contract/shapes/case.ts';
import type { PersonPage } from '#contract/shapes/person-page.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { PickList } from '../../components/pick-list.tsx';
import { type Clockwork, dateWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';
import { STATE_TAGS } from '../cases/case-table.tsx';

interface CaseListProps {
  readonly clock: Clockwork;
  readonly page: PersonPage;
  readonly onOpen: (caseId: CaseId) => void;
}

/** Drafts first, then every case newest first, with what this person is in each. */
export function CaseList({ clock, page, onOpen }: CaseListProps) {
  const { words } = clock;
  const said = words.people.page;
  const { result, deciding, identity, intake } = words.sheet;
  const [at, setAt] = useState(0);
  const rows = [...page.drafts, ...page.cases];
  const { columns } = said;
  return (
    <section className="sheet number-cases" aria-label={said.cases}>
      <div className="h">
        {said.cases}
        <span className="note">
          {[
            said.count(page.cases.length),
            page.drafts.length > 0 ? `${said.drafts} ${said.count(page.drafts.length)}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className="number-case head" aria-hidden="true">
        <span>{columns.receipt}</span>
        <span>{columns.item}</span>
        <span>{columns.role}</span>
        <span>{columns.state}</span>
        <span>{columns.opened}</span>
      </div>
      <PickList
        label={said.cases}
        className="number-case-rows"
        rows={rows}
        rowKey={(line) => line.id}
        at={Math.min(at, rows.length - 1)}
        onMove={setAt}
        onChoose={(line) => onOpen(line.id)}
        rowClass={() => 'number-case'}
        renderRow={(line) => (
          <>
            <b className="n el">
              {line.receiptNumber ? shortReceiptNumber(line.receiptNumber) : result.cases.noNumber}
            </b>
            <span className="el">{inLanguage(words, line.itemNameZh, line.itemNameEn)}</span>
            <span className="el">{line.roles.map((role) => identity.roles[role]).join(intake.listMark)}</span>
            <span>
              <span className={`tag ${STATE_TAGS[line.state]}`}>{deciding.states[line.state]}</span>
            </span>
            <span className="note n nw">{dateWords(line.openedAtMs, clock)}</span>
          </>
        )}
      />
    </section>
  );
}
