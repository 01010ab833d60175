import { useEffect, useState } from 'react';
import type { CaseView } from '#contract/shapes/case.ts';
import type { CaseGround } from '#contract/shapes/catalogue.ts';
import { tell } from '../../stores/asking.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Clockwork, dateWords } from '../../words/dates.ts';

interface CaseGroundLinesProps {
  readonly stores: Stores;
  readonly clock: Clockwork;
  readonly file: CaseView;
}

/** Which catalogue, item version, calendar and wordings this case stands on, whatever came in force since. */
export function CaseGroundLines({ stores, clock, file }: CaseGroundLinesProps) {
  const { words } = clock;
  const { ground: said } = words.catalogue;
  const { desk } = stores;
  const { id: caseId } = file;
  const [ground, setGround] = useState<CaseGround | null>(null);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const told = await tell(desk, 'catalogue.case-ground', { caseId });
      if (isHere) setGround(told.ok ? told.value : null);
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [desk, caseId]);
  if (!ground) return null;
  const { catalogue, calendar, legalBasis, limitBasis, papers, itemVersion } = ground;
  const basis = [...legalBasis, ...(limitBasis === null ? [] : [limitBasis])];
  return (
    <>
      <div className="h">{said.title}</div>
      <dl className="people case-ground">
        <dt>{said.item}</dt>
        <dd>{said.version(itemVersion)}</dd>
        {catalogue && (
          <>
            <dt>{said.catalogue}</dt>
            <dd>
              {catalogue.name}
              <span className="note">
                {' · '}
                {words.catalogue.states.sources[catalogue.source]} · {dateWords(catalogue.atMs, clock)}
              </span>
            </dd>
          </>
        )}
        {basis.length > 0 && (
          <>
            <dt>{said.basis}</dt>
            <dd>{[...new Set(basis)].join(words.catalogue.between)}</dd>
          </>
        )}
        {calendar !== null && (
          <>
            <dt>{said.calendar}</dt>
            <dd className="n">{calendar}</dd>
          </>
        )}
        {papers.length > 0 && (
          <>
            <dt>{said.wordings}</dt>
            <dd>
              {papers
                .map(({ kind, templateVersion }) =>
                  said.wording(words.sheet.result.kinds[kind], templateVersion),
                )
                .join(words.catalogue.between)}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
