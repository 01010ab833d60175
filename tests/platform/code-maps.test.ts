import { describe, expect, it } from 'vitest';
import { MaterialRoute, RefusalReason } from '#contract/shapes/case.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { CertificateKind, PartyKind, Verification } from '#contract/shapes/party.ts';
import { DebtKind } from '#contract/shapes/sync-state.ts';
import {
  applicantCodes,
  caseTypeCode,
  certificateCodes,
  outcomeCodes,
  proofCodes,
  refusalCodes,
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
      Array.from({ length: 26 }, (_, at) => String(at + 1).padStart(2, '0')),
    ],
    [
      'routes of a paper',
      MaterialRoute.options.map(routeCodes.encode),
      ['03', '01', '02', '04', '05', '06', '07', '08', '09'],
    ],
    ['sources of a value', FormSource.options.map(sourceCodes.encode), ['01', '02', '03', '04', '05', '06']],
    ['proofs of identity', Verification.options.map(proofCodes.encode), ['2', '1', '4', '3']],
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
      ...RefusalReason.options.map((reason) => [reason, refusalCodes.decode(refusalCodes.encode(reason))]),
    ];
    expect(back).toHaveLength(65);
    for (const [word, decoded] of back) expect(decoded).toEqual({ known: true, value: word });
  });

  it('that are not known are kept', () => {
    expect(certificateCodes.decode('22')).toEqual({ known: false, code: '22' });
    expect(outcomeCodes.decode('77')).toEqual({ known: false, code: '77' });
  });

  it('of a case type are 1, 2, and 9 for everything else', () => {
    expect(['1', '2', '9', '3', ''].map(caseTypeCode)).toEqual(['1', '2', '9', '9', '9']);
  });
});
