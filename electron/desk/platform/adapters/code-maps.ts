import type { MaterialRoute, RefusalReason } from '#contract/shapes/case.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { HelpMode } from '#contract/shapes/help.ts';
import { NetworkLevel, NetworkMode } from '#contract/shapes/network-identity.ts';
import { CertificateKind, type PartyKind, type Verification } from '#contract/shapes/party.ts';
import type { z } from 'zod';
import { RelatedRole } from '../case-event.ts';
import { FlagKind, FlagResult } from '#contract/shapes/supervision.ts';
import { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { DebtKind } from '#contract/shapes/sync-state.ts';
import type { components } from '../openapi.d.ts';
import type { NetworkAnswer } from '../province.ts';

/** A code of the platform that we do not know is kept and shown, never dropped (invariant 26). */
export type Decoded<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly code: string };

export interface CodeMap<T extends string, C extends string> {
  readonly encode: (value: T) => C;
  readonly decode: (code: string) => Decoded<T>;
  readonly codes: Readonly<Record<T, C>>;
}

/** @throws RangeError when two of our words share a code: then the way back would be a guess */
function codeMap<T extends string, C extends string>(
  codes: Readonly<Record<T, C>>,
  words: readonly T[],
): CodeMap<T, C> {
  const back = new Map<string, T>(words.map((word) => [codes[word], word]));
  if (back.size !== words.length) throw new RangeError('two words share a code');
  return {
    codes,
    encode: (value) => codes[value],
    decode: (code) => {
      const value = back.get(code);
      return value === undefined ? { known: false, code } : { known: true, value };
    },
  };
}

/**
 * The national codes of certificate types (证件类型).
 *
 * @source GA/T 2000.156 as used by national platforms, domain.md 3.3. 154 and 553 are recalled and not
 *   read: check them against the province's own table before going live.
 */
const NATIONAL_CERTIFICATES: Readonly<Record<CertificateKind, string>> = {
  'resident-id': '111',
  'hmt-residence': '154',
  'foreigner-permanent': '553',
  passport: '414',
  'hm-travel-permit': '516',
  'tw-travel-permit': '511',
  'soldier-card': '118',
  'credit-code': '001',
  other: '999',
};

export type CertificateCodes = CodeMap<CertificateKind, string>;

/**
 * Certificate types as one platform codes them: the same card is 111, 51, 22 or SF. What the platform's own table
 * does not name keeps its national code.
 *
 * @throws RangeError when two kinds would share a code
 * @source domain.md 3.3: a mapping table per target is needed
 */
export function certificateCodesOf(
  own: Readonly<Partial<Record<CertificateKind, string>>>,
): CertificateCodes {
  return codeMap({ ...NATIONAL_CERTIFICATES, ...own }, CertificateKind.options);
}

export const certificateCodes = certificateCodesOf({});

/** Kinds of applicant (申请人类型). @source GB/T 39046 A.4 */
export const applicantCodes = codeMap<PartyKind, '1' | '2' | '3' | '4' | '5' | '6'>(
  { person: '1', enterprise: '2', institution: '3', society: '4', organ: '5', other: '6' },
  ['person', 'enterprise', 'institution', 'society', 'organ', 'other'],
);

/** What somebody else is in a case. */
export const relatedCodes = codeMap<z.output<typeof RelatedRole>, '01' | '02' | '03' | '04'>(
  { legalRepresentative: '01', guardian: '02', principal: '03', secondSubject: '04' },
  RelatedRole.options,
);

/** 帮办, 代办. @source none of the upload tables has it: the codes and the row are ours */
export const helpCodes = codeMap<HelpMode, components['schemas']['AssistanceRow']['assist_type']>(
  { assist: '1', 'stand-in': '2' },
  HelpMode.options,
);

type EventCode = components['schemas']['ProcessRow']['event_name'];

/** What happened at the window, as up_pro_process.event_name says it. */
export const outcomeCodes = codeMap<DebtKind, EventCode>(
  {
    'case.received': '01',
    'case.accepted': '02',
    'case.correction': '03',
    'case.refused': '04',
    'case.not-needed': '05',
    'case.wrong-organ': '06',
    'case.all-in': '07',
    'case.lapsed': '08',
    'case.deemed-accepted': '09',
    'case.referred': '10',
    'case.withdrawn': '11',
    'case.suspended': '12',
    'case.resumed': '13',
    'case.extended': '14',
    'case.owed-filled': '15',
    'case.owed-late': '16',
    'case.granted': '17',
    'case.denied': '18',
    'case.result-made': '19',
    'case.delivered': '20',
    'case.archived': '21',
    'case.given-back': '22',
    'case.value-difference': '23',
    'case.passed-on': '24',
    'case.arrived': '25',
    'case.filing-merged': '26',
    'case.commitment-checked': '27',
    'case.flag-settled': '28',
    'case.evaluated': '29',
  },
  DebtKind.options,
);

/** 监管标识. The same codes come back with the answers of a source. */
export const flagCodes = codeMap<FlagKind, components['schemas']['CaseFlagRow']['flag_code']>(
  {
    'commitment-unchecked': '01',
    'tolerance-unfinished': '02',
    'refused-before': '03',
    'commitment-broken': '04',
    'identity-unconfirmed': '05',
  },
  FlagKind.options,
);

/** How a flag was taken down. */
export const flagResultCodes = codeMap<FlagResult, '1' | '2' | '3' | '4'>(
  { kept: '1', broken: '2', filled: '3', settled: '4' },
  FlagResult.options,
);

type RouteCode = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09';

/** How a paper came, as up_pro_material.get_type says it. */
export const routeCodes = codeMap<MaterialRoute, RouteCode>(
  {
    paper: '01',
    scan: '02',
    card: '03',
    file: '04',
    licence: '05',
    'shared-data': '06',
    reuse: '07',
    commitment: '08',
    later: '09',
  },
  ['paper', 'scan', 'card', 'file', 'licence', 'shared-data', 'reuse', 'commitment', 'later'],
);

type EvaluationRow = components['schemas']['EvaluationRow'];

/**
 * 好差评: five is the best here. Platforms count from either end, so every level is named.
 *
 * @source domain.md 8, trap of the direction: values below 3 are bad and need a reason
 */
export const evaluationCodes = codeMap<EvaluationLevel | 'not-rated', EvaluationRow['satisfaction']>(
  { 'very-good': '5', good: '4', fair: '3', bad: '2', 'very-bad': '1', 'not-rated': '0' },
  [...EvaluationLevel.options, 'not-rated'],
);

/** Why a service was not good. */
export const evaluationReasonCodes = codeMap<EvaluationReason, EvaluationRow['reasons'][number]>(
  { waited: '01', papers: '02', unclear: '03', attitude: '04', 'not-solved': '05', other: '99' },
  EvaluationReason.options,
);

type SourceCode = components['schemas']['ValueSource'];

/** Where a value of a form came from. */
export const sourceCodes = codeMap<FormSource, SourceCode>(
  {
    card: '01',
    'shared-data': '02',
    licence: '03',
    predecessor: '04',
    'by-hand': '05',
    'earlier-case': '06',
    'shared-data-before': '07',
    'licence-before': '08',
  },
  FormSource.options,
);

/** Whether an item is in force, as the catalogue's task_state says it. */
export const taskStates = codeMap<'in-force' | 'stopped', '1' | '2'>({ 'in-force': '1', stopped: '2' }, [
  'in-force',
  'stopped',
]);

/** How identity was proved. */
export const proofCodes = codeMap<Verification, components['schemas']['Proof']>(
  { confirmed: '1', unconfirmed: '2', 'by-hand': '3', differs: '4', network: '5' },
  ['confirmed', 'unconfirmed', 'by-hand', 'differs', 'network'],
);

/** What the identity platform compared. */
export const networkModeCodes = codeMap<NetworkMode, components['schemas']['NetworkMode']>(
  {
    'name-number': '01',
    'name-number-validity': '02',
    'name-number-face': '03',
    certificate: '04',
    'face-certificate': '05',
    'card-face-certificate': '06',
  },
  NetworkMode.options,
);

export const networkLevelCodes = codeMap<NetworkLevel, components['schemas']['NetworkLevel']>(
  { basic: '1', high: '2' },
  NetworkLevel.options,
);

type NetworkResult = Extract<NetworkAnswer, { answer: 'answered' }>['result'];

/** What the identity platform says of a code. */
export const networkResultCodes = codeMap<
  NetworkResult,
  components['schemas']['NetworkIdentityAnswer']['result']
>(
  {
    'same-person': '01',
    'other-person': '02',
    'code-expired': '03',
    'code-used': '04',
    'code-unknown': '05',
    'holder-needed': '06',
  },
  ['same-person', 'other-person', 'code-expired', 'code-used', 'code-unknown', 'holder-needed'],
);

export const refusalCodes = codeMap<RefusalReason, '01' | '02' | '03' | '04' | '99'>(
  {
    'not-competent': '01',
    'not-required': '02',
    'applicant-not-eligible': '03',
    'forbidden-by-law': '04',
    other: '99',
  },
  ['not-competent', 'not-required', 'applicant-not-eligible', 'forbidden-by-law', 'other'],
);

/** Case types (办件类型) are codes in our catalogue already; one we do not know is reported as other. @source GB/T 39046 */
export function caseTypeCode(code: string): '1' | '2' | '9' {
  return code === '1' || code === '2' ? code : '9';
}
