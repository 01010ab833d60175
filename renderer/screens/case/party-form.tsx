import type { MaskedParty, Objection, PartyField, PartyRole } from '#contract/shapes/party.ts';
import { CertificateKind, MessageConsent, PartyKind } from '#contract/shapes/party.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { DraftField } from '../../components/draft-field.tsx';
import type { PartyDrafts, RevealField } from '../../stores/visit-store.ts';
import { useWords } from '../../words/words.ts';
import { ObjectionList } from './objection-list.tsx';

export interface PartyFormProps {
  readonly role: PartyRole;
  readonly party: MaskedParty | null;
  readonly drafts: PartyDrafts;
  readonly onType: (field: PartyField, text: string) => void;
  readonly onLeave: () => void;
  readonly onOverride: (field: Objection['field'], reason: string) => void;
  readonly onFetch: (field: RevealField) => void;
}

const TEXT_FIELDS = ['name', 'certificateNumber', 'phone', 'address', 'legalRepresentative'] as const;
const FETCHED = new Set<PartyField>(['name', 'certificateNumber', 'phone', 'address']);
/** Whoever is written to. */
const MESSAGED = new Set<PartyRole>(['applicant', 'guardian', 'handler', 'legalRepresentative']);
const BY_NETWORK = new Set<PartyField>(['name', 'certificateNumber']);
const ON_CHIP = new Set<PartyField>(['name', 'certificateNumber', 'address']);

/** The fields of a party. What the chip holds cannot be typed over, except what it could not say. */
export function PartyForm(props: PartyFormProps) {
  const { role, party, drafts, onType } = props;
  const words = useWords();
  const { identity } = words.sheet;
  const kind = drafts[`${role}.kind`]?.text ?? party?.kind ?? 'person';
  const certificate = drafts[`${role}.certificateKind`]?.text ?? party?.certificateKind ?? 'resident-id';
  // Who has no number is not asked whether they want messages at it.
  const hasPhone = (drafts[`${role}.phone`]?.text ?? '') !== '' || (party?.filled.includes('phone') ?? false);
  const isProved = party !== null && party.source !== 'by-hand';
  const fields = TEXT_FIELDS.filter((field) => field !== 'legalRepresentative' || kind !== 'person');
  return (
    <div className="party-form">
      <ChoiceField
        label={identity.fields.kind}
        value={readAs(PartyKind.options, kind, 'person')}
        options={PartyKind.options.map((value) => ({ value, label: identity.kinds[value] }))}
        readOnly={isProved}
        onChoose={(value) => onType('kind', value)}
      />
      <ChoiceField
        label={identity.fields.certificateKind}
        value={readAs(CertificateKind.options, certificate, 'other')}
        options={CertificateKind.options.map((value) => ({ value, label: identity.certificates[value] }))}
        readOnly={isProved}
        onChoose={(value) => onType('certificateKind', value)}
      />
      {fields.map((field) => (
        <PartyText key={field} field={field} {...props} />
      ))}
      {MESSAGED.has(role) && hasPhone && (
        <ChoiceField
          label={identity.fields.messages}
          value={readAs(
            MessageConsent.options,
            drafts[`${role}.messages`]?.text ?? party?.messages ?? '',
            '',
          )}
          options={MessageConsent.options.map((value) => ({ value, label: identity.messages[value] }))}
          onChoose={(value) => onType('messages', value)}
        />
      )}
      <ObjectionList
        objections={(party?.objections ?? []).filter((one) => !isText(one.field, fields))}
        onOverride={props.onOverride}
      />
    </div>
  );
}

function PartyText(props: PartyFormProps & { readonly field: (typeof TEXT_FIELDS)[number] }) {
  const { field, role, party, drafts } = props;
  const words = useWords();
  const { identity } = words.sheet;
  const draft = drafts[`${role}.${field}`];
  const masked = party?.filled.includes(field) ? (party[field] ?? '') : null;
  const readable = !party?.unreadable.includes(field);
  const locked =
    masked !== null &&
    ((party?.source === 'card-chip' && ON_CHIP.has(field) && readable) ||
      (party?.source === 'network-identity' && BY_NETWORK.has(field)));
  const objections = (party?.objections ?? []).filter((one) => one.field === field);
  const fetched: RevealField | null = FETCHED.has(field) && field !== 'legalRepresentative' ? field : null;
  return (
    <DraftField
      label={identity.fields[field]}
      text={draft?.text ?? null}
      saved={masked}
      savedWords={masked === null ? null : identity.savedAs}
      stateWords={draft ? identity.draft[draft.state] : null}
      readOnly={locked}
      readOnlyWhy={party?.source === 'network-identity' ? words.network.fromNetwork : identity.fromChip}
      invalid={objections.some((one) => one.blocks && one.overriddenBecause === null)}
      note={<ObjectionList objections={objections} onOverride={props.onOverride} />}
      {...(fetched
        ? { fetchBack: { label: identity.fetchBack, onFetch: () => props.onFetch(fetched) } }
        : {})}
      onType={(text) => props.onType(field, text)}
      onLeave={props.onLeave}
    />
  );
}

function isText(field: Objection['field'], shown: readonly string[]): boolean {
  return shown.includes(field);
}

function readAs<T extends string>(options: readonly T[], text: string, otherwise: T): T {
  return options.find((option) => option === text) ?? otherwise;
}
