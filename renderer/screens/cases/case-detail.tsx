import { Fragment, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseView } from '#contract/shapes/case.ts';
import type { NoticeSummary } from '#contract/shapes/notice.ts';
import { ActButton } from '../../components/act-button.tsx';
import type { Stores } from '../../stores/stores.ts';
import { clockWords, type Clockwork, dateWords, dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { useClockwork } from '../case/hall-time.ts';
import { DueDays } from '../result/due-days.tsx';
import { MoreActs } from '../progress/more-acts.tsx';
import { TimeLine } from '../progress/time-line.tsx';
import { NoticeRows } from '../result/notice-rows.tsx';
import { sayAloud } from '../result/say-aloud.ts';
import { OwedList } from '../result/owed-list.tsx';
import { ExpertLines } from '../expert/expert-lines.tsx';
import { IdentityWaitLine } from '../sources/identity-wait.tsx';
import { SupervisionLine } from '../sources/supervision-line.tsx';
import { ComeAgainDialog } from '../trips/come-again-dialog.tsx';
import { VisitLines } from '../trips/visit-lines.tsx';
import { CaseGroundLines } from './case-ground.tsx';
import { STATE_TAGS } from './case-table.tsx';
import { HelpLine } from '../help/help-line.tsx';
import { RateBySlip } from './rate-by-slip.tsx';
import { FrozenPapers } from './frozen-papers.tsx';

const OTHERS = ['legalRepresentative', 'guardian', 'principal', 'secondSubject'] as const;

interface CaseDetailProps {
  readonly stores: Stores;
  readonly file: CaseView | null;
  readonly busy: boolean;
  readonly onReprint: (notice: NoticeSummary) => void;
}

/** One case to look at: nothing in it can be changed here but another copy of its papers. */
export function CaseDetail({ stores, file, busy, onReprint }: CaseDetailProps) {
  const words = useWords();
  const clock = useClockwork(stores.status);
  const { result, deciding, intake } = words.sheet;
  const visit = useStore(stores.visit, (s) => s.visit);
  const canTakeUp = visit ? 'open' : 'no-visit';
  const [asksWhy, setAsksWhy] = useState(false);
  /** A case of an earlier day onto the sheet of the citizen who sits here now. */
  const takeUp = () => {
    if (!file) return;
    setAsksWhy(false);
    stores.screen.getState().go('counter');
    void stores.caseFile.getState().turnTo(file.id);
  };
  if (!file) {
    return (
      <section className="sheet case-detail" aria-label={result.cases.choose}>
        <div className="empty-say">
          <b>{result.cases.choose}</b>
          <span className="note">{result.cases.chooseNote}</span>
        </div>
      </section>
    );
  }
  const isCounted = file.trips.visits.some(({ visitId }) => visitId === visit?.id);
  const name = inLanguage(words, file.item.nameZh, file.item.nameEn);
  return (
    <section className="sheet case-detail" aria-label={name}>
      <header>
        <div className="el">
          <h2 className="el">{name}</h2>
          <span className="note el n">
            {[
              file.receiptNumber ?? result.cases.noNumber,
              file.officialNumber ?? result.cases.noOfficial,
            ].join(' · ')}
          </span>
        </div>
        <span className={`tag ${STATE_TAGS[file.state]}`}>{deciding.states[file.state]}</span>
      </header>
      <div className="scroll">
        <p className="note">{timesOf(clock, file)}</p>
        {file.state !== 'draft' && (
          <p>
            <span className="note">{result.say}</span> {sayAloud(words, file)}
          </p>
        )}
        <dl className="people">
          <dt>{words.sheet.identity.roles.applicant}</dt>
          <dd>{peopleWords(file.applicant)}</dd>
          {file.handler && (
            <>
              <dt>{words.sheet.identity.roles.handler}</dt>
              <dd>{peopleWords(file.handler)}</dd>
            </>
          )}
          {OTHERS.map((role) => {
            const party = file.people[role];
            return (
              party && (
                <Fragment key={role}>
                  <dt>{words.sheet.identity.roles[role]}</dt>
                  <dd>{peopleWords(party)}</dd>
                </Fragment>
              )
            );
          })}
          {file.clerk !== null && file.window !== null && (
            <>
              <dt>{words.frame.roles.clerk}</dt>
              <dd>{result.cases.clerk(file.clerk, file.window)}</dd>
            </>
          )}
        </dl>
        <HelpLine stores={stores} visitId={file.visitId} />
        <IdentityWaitLine wait={file.identityWait} />
        <SupervisionLine file={file} />
        <ExpertLines stores={stores} file={file} />
        <DueDays file={file} />
        {file.receiptNumber !== null && <TimeLine stores={stores} caseId={file.id} />}
        {file.receiptNumber !== null && <RateBySlip key={file.id} stores={stores} caseId={file.id} />}
        <VisitLines file={file} clock={clock} />
        {file.notices.length > 0 && (
          <>
            <div className="h">{result.notices}</div>
            <NoticeRows key={file.id} notices={file.notices} busy={busy} onReprint={onReprint} />
          </>
        )}
        {file.correction.length > 0 && (
          <>
            <div className="h">{result.cases.correction}</div>
            <ol className="said-list">
              {file.correction.map((entry) => (
                <li key={entry.say}>{entry.say}</li>
              ))}
            </ol>
          </>
        )}
        {file.refusal && (
          <>
            <div className="h">{result.cases.refusal}</div>
            <p>
              {deciding.refusalReasons[file.refusal.reason]} · {file.refusal.say}
            </p>
          </>
        )}
        <div className="h">{intake.papers.label}</div>
        <FrozenPapers file={file} />
        <CaseGroundLines
          key={`${file.id} ${file.state} ${file.notices.length}`}
          stores={stores}
          clock={clock}
          file={file}
        />
        {file.state !== 'draft' && <OwedList stores={stores} file={file} />}
      </div>
      <div className="detail-acts">
        <ActButton
          act="one-number"
          look="button"
          onAct={() =>
            stores.screen.getState().want({
              kind: 'person',
              which: { by: 'case', caseId: file.id, role: 'applicant' },
              purpose: 'check-a-case',
            })
          }
        >
          {words.people.page.open}
        </ActButton>
        <MoreActs stores={stores} file={file} look="button" />
        <ActButton
          act="take-up"
          look="button"
          standing={canTakeUp}
          onAct={isCounted ? takeUp : () => setAsksWhy(true)}
        >
          {words.progress.takeUp}
        </ActButton>
      </div>
      {asksWhy && visit && (
        <ComeAgainDialog
          stores={stores}
          file={file}
          visit={visit}
          onClose={() => setAsksWhy(false)}
          onDone={takeUp}
        />
      )}
    </section>
  );
}

function peopleWords(party: CaseView['applicant']): string {
  return party ? [party.name, party.certificateNumber].filter(Boolean).join(' · ') : '—';
}

function timesOf(clock: Clockwork, file: CaseView): string {
  const { cases } = clock.words.sheet.result;
  const at = (ms: number) => `${dateWords(ms, clock)} ${clockWords(ms, clock)}`;
  return [
    cases.opened(at(file.openedAtMs)),
    file.receivedAtMs === null ? '' : cases.received(at(file.receivedAtMs)),
    file.acceptedOn === null ? '' : cases.acceptedOn(dayWords(file.acceptedOn, clock.words)),
    file.acceptedOffline ? cases.offline : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
