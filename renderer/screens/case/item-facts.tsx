import type { Limit, ItemOnCase } from '#contract/shapes/item.ts';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

/** What the implementation list says about the chosen item. */
export function ItemFacts({ item, papers }: { readonly item: ItemOnCase; readonly papers: number }) {
  const words = useWords();
  const { find } = words.sheet.intake;
  return (
    <dl className="item-facts">
      <dt>{find.department}</dt>
      <dd>{inLanguage(words, item.department.nameZh, item.department.nameEn)}</dd>
      <dt>{find.limitPromised}</dt>
      <dd>
        {limitWords(words, item.promiseLimit)}
        {!(item.caseTypeCode === '1' && item.promiseLimit.days === 0) && (
          <span className="note">
            {' · '}
            {item.caseTypeCode === '1' ? find.onTheSpot : find.promised}
          </span>
        )}
      </dd>
      <dt>{find.limitLegal}</dt>
      <dd>
        {limitWords(words, item.legalLimit)}
        {item.legalLimit.days !== null && item.legalLimit.basis && (
          <span className="note"> · {item.legalLimit.basis}</span>
        )}
      </dd>
      <dt>{find.result}</dt>
      <dd>{item.resultName}</dd>
      <dt>{find.fee}</dt>
      <dd>{item.fee ?? find.noFee}</dd>
      <dt>{words.sheet.intake.papers.label}</dt>
      <dd>{find.papers(papers)}</dd>
      <dt>{find.coming}</dt>
      <dd>
        {find.visits(item.maxVisits)}
        {' · '}
        {item.mustAppearInPerson ? find.mustAppear(item.mustAppearWhy ?? '') : find.mayStayAway}
        {item.delivery.includes('express') && ` · ${find.byCourier}`}
      </dd>
      {item.identityNeed !== 'any' && (
        <>
          <dt>{words.network.need}</dt>
          <dd>{words.network.needs[item.identityNeed]}</dd>
        </>
      )}
      {item.signedForm && (
        <>
          <dt>{find.form}</dt>
          <dd>{find.formSigned}</dd>
        </>
      )}
      {item.limitSceneExplain !== null && (
        <>
          <dt>{find.notOnline}</dt>
          <dd>{item.limitSceneExplain}</dd>
        </>
      )}
      <dt>{find.code}</dt>
      <dd className="n">{item.code}</dd>
    </dl>
  );
}

function limitWords(words: Words, limit: Limit): string {
  const { find } = words.sheet.intake;
  if (limit.days === null) return find.limitUnknown;
  return limit.unit === 'calendar_day' ? find.calendarDays(limit.days) : find.workdays(limit.days);
}
