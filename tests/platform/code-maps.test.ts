import { describe, expect, it } from 'vitest';
import { MaterialRoute, RefusalReason } from '#contract/shapes/case.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { HelpMode } from '#contract/shapes/help.ts';
import { NetworkLevel, NetworkMode } from '#contract/shapes/network-identity.ts';
import { CertificateKind, PartyKind, Verification } from '#contract/shapes/party.ts';
import { FlagKind, FlagResult } from '#contract/shapes/supervision.ts';
import { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { DebtKind } from '#contract/shapes/sync-state.ts';
import { RelatedRole } from '#desk/platform/case-event.ts';
import {
  applicantCodes,
  caseTypeCode,
  certificateCodes,
  certificateCodesOf,
  networkLevelCodes,
  networkModeCodes,
  flagCodes,
  flagResultCodes,
  helpCodes,
  evaluationCodes,
  evaluationReasonCodes,
  outcomeCodes,
  proofCodes,
  refusalCodes,
  relatedCodes,
  routeCodes,
  sourceCodes,
} from '#desk/platform/adapters/code-maps.ts';

describe('the codes of the platform', () => {
  it.each([
    [
      'certificate types',
      CertificateKind.options.map(certificateCodes.encode),
      ['111', '154', '553', '414', '516', '511', '118', '001', '999'],
    ],
    ['kinds of applicant', PartyKind.options.map(applicantCodes.encode), ['1', '2', '3', '4', '5', '6']],
    [
      'steps of a case',
      DebtKind.options.map(outcomeCodes.encode),
      Array.from({ length: 29 }, (_, at) => String(at + 1).padStart(2, '0')),
    ],
    [
      'routes of a paper',
      MaterialRoute.options.map(routeCodes.encode),
      ['03', '01', '02', '04', '05', '06', '07', '08', '09'],
    ],
    [
      'sources of a value',
      FormSource.options.map(sourceCodes.encode),
      ['01', '02', '03', '04', '05', '06', '07', '08'],
    ],
    ['proofs of identity', Verification.options.map(proofCodes.encode), ['2', '1', '4', '5', '3']],
    [
      'modes of a network certificate',
      NetworkMode.options.map(networkModeCodes.encode),
      ['01', '02', '03', '04', '05', '06'],
    ],
    ['kinds of help', HelpMode.options.map(helpCodes.encode), ['1', '2']],
    ['its levels', NetworkLevel.options.map(networkLevelCodes.encode), ['1', '2']],
    [
      'people beside applicant and handler',
      RelatedRole.options.map(relatedCodes.encode),
      ['01', '02', '03', '04'],
    ],
    ['supervision flags', FlagKind.options.map(flagCodes.encode), ['01', '02', '03', '04', '05']],
    ['what became of a flag', FlagResult.options.map(flagResultCodes.encode), ['1', '2', '3', '4']],
    [
      'levels of 好差评, five the best',
      [...EvaluationLevel.options, 'not-rated' as const].map(evaluationCodes.encode),
      ['5', '4', '3', '2', '1', '0'],
    ],
    [
      'why a service was not good',
      EvaluationReason.options.map(evaluationReasonCodes.encode),
      ['01', '02', '03', '04', '05', '99'],
    ],
    ['reasons of a refusal', RefusalReason.options.map(refusalCodes.encode), ['01', '02', '03', '04', '99']],
  ])('are these for %s', (_, codes: readonly string[], expected) => {
    expect(codes).toEqual(expected);
  });

  it('lead back to the same word, each of them', () => {
    const back = [
      ...CertificateKind.options.map((kind) => [
        kind,
        certificateCodes.decode(certificateCodes.encode(kind)),
      ]),
      ...PartyKind.options.map((kind) => [kind, applicantCodes.decode(applicantCodes.encode(kind))]),
      ...DebtKind.options.map((kind) => [kind, outcomeCodes.decode(outcomeCodes.encode(kind))]),
      ...MaterialRoute.options.map((route) => [route, routeCodes.decode(routeCodes.encode(route))]),
      ...FormSource.options.map((source) => [source, sourceCodes.decode(sourceCodes.encode(source))]),
      ...Verification.options.map((proof) => [proof, proofCodes.decode(proofCodes.encode(proof))]),
      ...NetworkMode.options.map((mode) => [mode, networkModeCodes.decode(networkModeCodes.encode(mode))]),
      ...NetworkLevel.options.map((level) => [
        level,
        networkLevelCodes.decode(networkLevelCodes.encode(level)),
      ]),
      ...RelatedRole.options.map((role) => [role, relatedCodes.decode(relatedCodes.encode(role))]),
      ...FlagKind.options.map((kind) => [kind, flagCodes.decode(flagCodes.encode(kind))]),
      ...FlagResult.options.map((result) => [result, flagResultCodes.decode(flagResultCodes.encode(result))]),
      ...EvaluationLevel.options.map((level) => [
        level,
        evaluationCodes.decode(evaluationCodes.encode(level)),
      ]),
      ...EvaluationReason.options.map((reason) => [
        reason,
        evaluationReasonCodes.decode(evaluationReasonCodes.encode(reason)),
      ]),
      ...RefusalReason.options.map((reason) => [reason, refusalCodes.decode(refusalCodes.encode(reason))]),
    ];
    expect(back).toHaveLength(103);
    for (const [word, decoded] of back) expect(decoded).toEqual({ known: true, value: word });
  });

  it('of a platform with a table of its own are its own, and lead back as well', () => {
    const letters = certificateCodesOf({
      'resident-id': 'SF',
      passport: 'HZ',
      'soldier-card': 'SB',
      'hm-travel-permit': 'GATX',
      'tw-travel-permit': 'TWTX',
      'credit-code': 'YYZZ',
      other: 'QT',
    });
    expect(CertificateKind.options.map(letters.encode)).toEqual([
      'SF',
      '154',
      '553',
      'HZ',
      'GATX',
      'TWTX',
      'SB',
      'YYZZ',
      'QT',
    ]);
    for (const kind of CertificateKind.options) {
      expect(letters.decode(letters.encode(kind))).toEqual({ known: true, value: kind });
    }
    expect(certificateCodesOf({ 'resident-id': '51' }).decode('111')).toEqual({ known: false, code: '111' });
    expect(() => certificateCodesOf({ 'resident-id': '414' })).toThrow(/share a code/);
  });

  it('that are not known are kept (invariant 26)', () => {
    expect(certificateCodes.decode('22')).toEqual({ known: false, code: '22' });
    expect(outcomeCodes.decode('77')).toEqual({ known: false, code: '77' });
  });

  it('of a case type are 1, 2, and 9 for everything else', () => {
    expect(['1', '2', '9', '3', ''].map(caseTypeCode)).toEqual(['1', '2', '9', '9', '9']);
  });
});
