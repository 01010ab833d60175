import type { ReactNode } from 'react';
import type { CaseView, VisitView } from '#contract/shapes/case.ts';
import { CrossingTag } from '../crossing/crossing-tag.tsx';
import { IdentityWaitTag } from '../sources/identity-wait.tsx';
import { inLanguage, useWords } from '../../words/words.ts';

interface CaseHeadProps {
  readonly visit: VisitView;
  readonly file: CaseView | null;
  /** Beside the tags. */
  readonly children?: ReactNode;
}

/** The name of the item in hand, whose it is, and which case of the visit this is. */
export function CaseHead({ visit, file, children }: CaseHeadProps) {
  const words = useWords();
  const { intake, identity, deciding } = words.sheet;
  if (!file) {
    return (
      <header className="case-head">
        <div>
          <h1>{intake.newCase}</h1>
          <span className="note">
            {[visit.ticketNumber, identity.visit.count(visit.cases.length)].filter(Boolean).join(' · ')}
          </span>
        </div>
      </header>
    );
  }
  const { item } = file;
  const place = visit.cases.findIndex((one) => one.id === file.id) + 1;
  const line = [
    inLanguage(words, item.department.nameZh, item.department.nameEn),
    intake.version(item.version),
    file.trips.visits.length > 1
      ? words.trips.visits(file.trips.visits.length, item.maxVisits)
      : intake.maxVisits(item.maxVisits),
    ...(file.onlineNumber === null ? [] : [words.guidance.online.linked(file.onlineNumber)]),
  ];
  return (
    <header className="case-head">
      <div className="el">
        <h1 className="el" title={item.nameZh}>
          {inLanguage(words, item.nameZh, item.nameEn)}
        </h1>
        <span className="note el">{line.join(' · ')}</span>
      </div>
      <div className="tags">
        {children}
        <CrossingTag because={file.crossing.because} />
        {visit.cases.length > 1 && place > 0 && (
          <span className="tag q n">
            {place}/{visit.cases.length}
          </span>
        )}
        <IdentityWaitTag wait={file.identityWait} />
        {file.state !== 'draft' && <span className="tag p">{deciding.states[file.state]}</span>}
        {file.receiptNumber && <b className="n">{file.receiptNumber}</b>}
      </div>
    </header>
  );
}
