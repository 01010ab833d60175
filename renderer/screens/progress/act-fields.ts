import type { Input } from '#contract/calls.ts';
import { CollectorRole } from '#contract/calls/progress.ts';
import { CertificateKind } from '#contract/shapes/party.ts';
import type { ItemOnCase } from '#contract/shapes/item.ts';
import type { ProgressAct, ProgressView } from '#contract/shapes/progress.ts';
import { inLanguage, type Words } from '../../words/words.ts';

type Step = Input<'progress.act'>['step'];
export type FieldName = keyof Words['progress']['fields'];

/** One thing the clerk says with an act. */
export interface ActField {
  readonly name: FieldName;
  readonly kind: 'text' | 'day' | 'number' | 'choice' | 'secret';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly optional: boolean;
}

export type Values = Partial<Record<FieldName, string>>;

/** What the act asks, in the order it is keyed. */
export function fieldsOf(
  words: Words,
  act: ProgressAct,
  view: ProgressView,
  item: ItemOnCase,
  values: Values,
  cardRead: boolean,
  collectors: ActField['options'] = [],
): ActField[] {
  const { choices } = words.progress;
  const chosen = (names: readonly (keyof typeof choices)[]) =>
    names.map((name) => ({ value: name, label: choices[name] }));
  const supervisor = [field('supervisor', 'text'), field('password', 'secret')];
  const howDelivered = (): ActField[] => {
    if (values.way === 'express') return [field('waybill', 'text')];
    const proof = field('proof', 'choice', chosen(['same', 'network', 'otherCertificate']));
    const collector = field('collector', 'choice', collectors);
    if (values.proof === 'network') return [proof, collector];
    return values.proof === 'otherCertificate'
      ? [
          proof,
          collector,
          field('certificateKind', 'choice', certificatesOf(words)),
          field('otherNumber', 'text'),
        ]
      : [proof, field('certificateNumber', 'text', [], cardRead)];
  };
  switch (act) {
    case 'not-needed':
      return [field('say', 'text')];
    case 'wrong-organ':
      return [field('organ', 'text'), field('whereTo', 'text', [], true), field('say', 'text')];
    case 'refer':
      return [field('organ', 'text'), field('reason', 'text')];
    case 'withdraw':
      return withdrawalStands(view) === 'not-asked'
        ? [field('reason', 'text'), field('signed', 'choice', chosen(['on-paper', 'on-screen']))]
        : [];
    case 'start-special':
      return [
        field('procedure', 'choice', [
          ...item.specialProcedures.map(({ id, nameZh }) => ({ value: id, label: nameZh })),
          { value: OTHER, label: choices.other },
        ]),
        field('reason', 'text'),
        field('expectedEndOn', 'day'),
      ];
    case 'end-special':
      return [field('result', 'text')];
    case 'extend':
      return [field('workingDays', 'number'), field('reason', 'text'), ...supervisor];
    case 'fill-owed':
      return [
        field('material', 'choice', owedPapers(words, view, false)),
        field('originals', 'number'),
        field('copies', 'number'),
        field('checked', 'choice', chosen(['yes', 'no'])),
      ];
    case 'answer-overdue':
      return [
        field('material', 'choice', owedPapers(words, view, true)),
        field('answer', 'choice', chosen(['remind', 'return', 'end'])),
        field('reason', 'text'),
        ...supervisor,
      ];
    case 'check-commitment':
      return [field('checkResult', 'choice', chosen(['kept', 'broken'])), field('found', 'text')];
    case 'settle-flag':
      return [field('flag', 'choice', flagsToSettle(words, view)), field('reason', 'text'), ...supervisor];
    case 'grant':
    case 'deny':
      return [field('reason', 'text')];
    case 'make-result':
      return [field('licenceNumber', 'text', [], true)];
    case 'deliver':
      return [field('way', 'choice', chosen(['counter', 'express'])), ...howDelivered()];
    case 'all-in':
    case 'archive':
      break;
  }
  return [];
}

/** Whether the applicant has signed to withdraw, is asked to, or was not asked yet. */
export function withdrawalStands({ withdrawal }: ProgressView): 'not-asked' | 'waits' | 'signed' {
  if (withdrawal?.signing.state === 'on-screen') return 'waits';
  if (withdrawal?.signing.state !== 'settled') return 'not-asked';
  const { outcome } = withdrawal.signing;
  return outcome === 'signed' || outcome === 'on-paper' ? 'signed' : 'not-asked';
}

/** Documents a person may show; a body shows none. */
function certificatesOf({ sheet }: Words): ActField['options'] {
  const { certificates } = sheet.identity;
  return CertificateKind.exclude(['credit-code']).options.map((kind) => ({
    value: kind,
    label: certificates[kind],
  }));
}

const OTHER = 'other';

/** Flags a supervisor may take down at all. */
const SETTLED = [
  'tolerance-unfinished',
  'refused-before',
  'commitment-broken',
  'identity-unconfirmed',
] as const;

function field(
  name: FieldName,
  kind: ActField['kind'],
  options: ActField['options'] = [],
  optional = false,
): ActField {
  return { name, kind, options, optional };
}

function owedPapers(words: Words, view: ProgressView, overdueOnly: boolean): ActField['options'] {
  return view.owed
    .filter(({ overdue }) => overdue || !overdueOnly)
    .map(({ materialId, nameZh, nameEn }) => ({
      value: materialId,
      label: inLanguage(words, nameZh, nameEn),
    }));
}

function flagsToSettle(words: Words, { flags }: ProgressView): ActField['options'] {
  return flags
    .filter(({ mayBeSettled }) => mayBeSettled)
    .map(({ kind }) => ({ value: kind, label: words.supervision.kinds[kind] }));
}

/** What stands in a field before anything is keyed. */
export function firstValues(fields: readonly ActField[], view: ProgressView): Values {
  const values: Values = {};
  for (const { name, kind, options } of fields) {
    if (kind === 'choice') values[name] = options[0]?.value ?? '';
    else if (name === 'workingDays') values[name] = String(view.mayExtendBy);
    else if (name === 'originals') values[name] = '1';
    else if (name === 'copies') values[name] = '0';
    else values[name] = '';
  }
  return values;
}

/** Whether all that must be said was said. */
export function isFull(fields: readonly ActField[], values: Values): boolean {
  return fields.every(({ name, kind, optional }) => {
    const value = (values[name] ?? '').trim();
    if (optional && value === '') return true;
    if (kind === 'number') return /^[0-9]{1,2}$/.test(value);
    if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(value);
    return kind === 'text' ? value.length >= 2 : value !== '';
  });
}

/** The act as the desk takes it. */
export function stepOf(
  act: ProgressAct,
  values: Values,
  {
    voucher,
    readingId,
    signedPaper,
    checkId,
  }: {
    readonly voucher: string | null;
    readonly readingId: string | null;
    /** The application to withdraw that the applicant has signed. */
    readonly signedPaper: string | null;
    /** The network certificate of whoever collects was verified. */
    readonly checkId: string | null;
  },
): Step | null {
  const text = (name: FieldName): string => (values[name] ?? '').trim();
  const orNull = (name: FieldName): string | null => (text(name) === '' ? null : text(name));
  switch (act) {
    case 'all-in':
    case 'archive':
      return { act };
    case 'not-needed':
      return { act, say: text('say') };
    case 'wrong-organ':
      return { act, organ: text('organ'), whereTo: orNull('whereTo'), say: text('say') };
    case 'refer':
      return { act, organ: text('organ'), reason: text('reason') };
    case 'withdraw':
      return {
        act,
        signed: signedPaper
          ? { how: 'on-screen', noticeId: signedPaper }
          : { how: 'on-paper', reason: text('reason') },
      };
    case 'start-special': {
      const procedureId = text('procedure') === OTHER ? null : text('procedure');
      return { act, procedureId, reason: text('reason'), expectedEndOn: text('expectedEndOn') };
    }
    case 'end-special':
      return { act, result: text('result') };
    case 'extend':
      return voucher === null
        ? null
        : { act, workingDays: Number(text('workingDays')), reason: text('reason'), voucher };
    case 'fill-owed':
      return {
        act,
        materialId: text('material'),
        originalsTaken: Number(text('originals')),
        copiesTaken: Number(text('copies')),
        checkedAgainstOriginal: text('checked') === 'yes',
      };
    case 'answer-overdue': {
      const said = text('answer');
      const answer = said === 'return' || said === 'end' ? said : 'remind';
      return voucher === null
        ? null
        : { act, materialId: text('material'), answer, reason: text('reason'), voucher };
    }
    case 'check-commitment':
      return { act, result: text('checkResult') === 'broken' ? 'broken' : 'kept', say: text('found') };
    case 'settle-flag': {
      const flag = SETTLED.find((kind) => kind === text('flag'));
      return voucher === null || !flag ? null : { act, flag, reason: text('reason'), voucher };
    }
    case 'grant':
    case 'deny':
      return { act, reason: text('reason') };
    case 'make-result':
      return { act, licenceNumber: orNull('licenceNumber') };
    case 'deliver':
      break;
  }
  if (text('way') === 'express') return { act: 'deliver', to: { way: 'express', waybill: text('waybill') } };
  const proof = proofOf(values, checkId);
  return {
    act: 'deliver',
    to: { way: 'counter', readingId, certificateNumber: text('certificateNumber'), proof },
  };
}

type Proof = NonNullable<Extract<Extract<Step, { act: 'deliver' }>['to'], { way: 'counter' }>['proof']>;

/** What whoever collects showed instead of the certificate of the case; null where it was that one. */
function proofOf(values: Values, checkId: string | null): Proof | null {
  const role = CollectorRole.safeParse(values.collector).data;
  if (role === undefined) return null;
  if (values.proof === 'network') return checkId === null ? null : { by: 'network', role, checkId };
  const kind = CertificateKind.exclude(['credit-code']).safeParse(values.certificateKind).data;
  if (values.proof !== 'otherCertificate' || kind === undefined) return null;
  const certificateNumber = (values.otherNumber ?? '').trim();
  return { by: 'other-certificate', role, certificateKind: kind, certificateNumber };
}
