import { citizenCalls } from '#contract/calls/citizen.ts';
import { type Answers, no, onOutside, onRead, onWrite, yes } from '../answering.ts';
import { offerBySlip, rate, skipRating } from '../evaluation/rating.ts';
import { citizenView, isCitizensSeat, objectOnScreen, signOnScreen } from '../papers/signing-desk.ts';
import { caseById } from '../store/cases.ts';
import { answerOnScreen } from '../queries/consent-desk.ts';

export const citizenAnswers: Answers<'citizen'> = {
  'citizen.view': onRead(citizenCalls['citizen.view'], (_input, bench) => yes(citizenView(bench))),

  'citizen.sign': onWrite(citizenCalls['citizen.sign'], ({ signingId, strokes }, bench) => {
    bench.about(signingId, 'sign');
    const barred = signOnScreen(bench, signingId, strokes);
    return barred ? no(barred) : yes({});
  }),

  'citizen.object': onWrite(citizenCalls['citizen.object'], ({ signingId, wrong }, bench) => {
    bench.about(signingId, 'object');
    const barred = objectOnScreen(bench, signingId, wrong);
    return barred ? no(barred) : yes({});
  }),

  'citizen.consent': onWrite(citizenCalls['citizen.consent'], ({ consentId, agrees }, bench) => {
    bench.about(consentId, 'consent');
    if (!isCitizensSeat(bench.asker)) return no('not-the-citizens-screen');
    const barred = answerOnScreen(bench, consentId, agrees);
    return barred ? no(barred) : yes({});
  }),

  'citizen.rate': onWrite(citizenCalls['citizen.rate'], ({ offerId, level, reasons }, bench) => {
    bench.about(offerId, 'rate');
    if (!isCitizensSeat(bench.asker)) return no('not-the-citizens-screen');
    const barred = rate(bench, offerId, { level, reasons });
    return barred ? no(barred) : yes({});
  }),

  'citizen.skip-rating': onWrite(citizenCalls['citizen.skip-rating'], ({ offerId }, bench) => {
    bench.about(offerId, 'skip-rating');
    if (!isCitizensSeat(bench.asker)) return no('not-the-citizens-screen');
    const barred = skipRating(bench, offerId);
    return barred ? no(barred) : yes({});
  }),

  'citizen.rate-by-slip': onWrite(citizenCalls['citizen.rate-by-slip'], ({ caseId }, bench) => {
    bench.about(caseId, 'rate-by-slip');
    const record = caseById(bench.db, caseId);
    if (!record) return no('no-such-case');
    const barred = offerBySlip(bench, record);
    return barred ? no(barred) : yes({});
  }),

  'citizen.open-screen': onOutside(citizenCalls['citizen.open-screen'], async (_input, { parts }) => {
    if (!parts.showCitizenScreen) return no('no-screens-here');
    parts.showCitizenScreen();
    return yes({});
  }),
};
