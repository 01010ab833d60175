import { z } from 'zod';
import { Day, Moment } from './day.ts';
import { NetworkProof } from './network-identity.ts';

/** GB/T 39046 A.4 kinds of applicant, by word. */
export const PartyKind = z.enum(['person', 'enterprise', 'institution', 'society', 'organ', 'other']);

/** Our internal certificate kinds; each province maps them to its own codes. */
export const CertificateKind = z.enum([
  'resident-id',
  'hmt-residence',
  'foreigner-permanent',
  'passport',
  'hm-travel-permit',
  'tw-travel-permit',
  'soldier-card',
  'credit-code',
  'other',
]);

/** Fields of a party a clerk may type. Each is saved alone, within 300 ms of the last keystroke. */
export const PartyField = z.enum([
  'kind',
  'name',
  'certificateKind',
  'certificateNumber',
  'phone',
  'address',
  'legalRepresentative',
  /** 办件短信: whether, and in which language, this person wants a message on each change. */
  'messages',
]);

/** Empty: nobody asked, or the person said no. Never chosen beforehand. @source domain.md 12 F24; 个人信息保护法 art. 13, 14 */
export const MessageConsent = z.enum(['', 'zh-CN', 'en']);

/** Where a value came from. */
export const ValueSource = z.enum(['card-chip', 'network-identity', 'by-hand']);

/**
 * unconfirmed: one good read, the second is under way · confirmed: two equal reads
 * differs: the second read differed and the fields were taken back · network: the platform said who it is (网证)
 * by-hand: typed from paper
 */
export const Verification = z.enum(['unconfirmed', 'confirmed', 'differs', 'network', 'by-hand']);

/** Something a rule objects to. `blocks` stops acceptance unless overridden with a reason. */
export const Objection = z.strictObject({
  field: PartyField.or(z.enum(['validTo', 'birth'])),
  /** A word of renderer/words: `wrong-check-digit`, `impossible-birth-date`, `card-expired`, … */
  problem: z.string(),
  blocks: z.boolean(),
  overriddenBecause: z.string().nullable(),
});

/**
 * A party as the screen shows it: masked. The whole value is shown only by `identity.reveal`,
 * which is an audited act.
 */
export const MaskedParty = z.strictObject({
  kind: PartyKind,
  name: z.string(),
  certificateKind: CertificateKind,
  certificateNumber: z.string(),
  sexCode: z.string().nullable(),
  ethnicityCode: z.string().nullable(),
  birth: z.string().nullable(),
  address: z.string().nullable(),
  issuer: z.string().nullable(),
  validTo: z.string().nullable(),
  longTerm: z.boolean(),
  phone: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  messages: MessageConsent,
  source: ValueSource,
  verification: Verification,
  /** Level and mode, where a network certificate proved who it is. */
  network: NetworkProof.nullable(),
  readAtMs: Moment.nullable(),
  confirmedAtMs: Moment.nullable(),
  unreadable: z.array(z.string()),
  objections: z.array(Objection),
  /** Fields with a value: the screen shows what is filled without seeing it. */
  filled: z.array(PartyField),
});

/** What a handler may do beside applying: vouch for the applicant (容缺, 告知承诺), and take the result away. */
export const AuthorisedPower = z.enum(['promise', 'collect']);

/** 授权委托: who may act for the applicant, for which items, until when, and how far. */
export const Authorisation = z.strictObject({
  /** Item codes; empty means all items of this visit. */
  items: z.array(z.string()),
  from: Day,
  to: Day,
  originalSeen: z.boolean(),
  powers: z.array(AuthorisedPower).default(['promise', 'collect']),
});

/**
 * applicant 申请人 · handler 经办人, who stands there for somebody else · legalRepresentative 法定代表人 · guardian 监护人 ·
 * principal 委托人, where it is not the applicant who authorises · secondSubject 另一方当事人, as the other parent
 */
export const PartyRole = z.enum([
  'applicant',
  'handler',
  'legalRepresentative',
  'guardian',
  'principal',
  'secondSubject',
]);

/** Everybody of a visit, by role; null: nobody. */
export const MaskedPeople = z.strictObject({
  applicant: MaskedParty.nullable(),
  handler: MaskedParty.nullable(),
  legalRepresentative: MaskedParty.nullable(),
  guardian: MaskedParty.nullable(),
  principal: MaskedParty.nullable(),
  secondSubject: MaskedParty.nullable(),
});

/** 监护: what the guardian is to the applicant, and by what paper that was proved. */
export const Guardianship = z.strictObject({
  relation: z.enum(['parent', 'spouse', 'child', 'grandparent', 'sibling', 'appointed']),
  proof: z.enum([
    'household-register',
    'birth-certificate',
    'marriage-certificate',
    'designation',
    'judgment',
  ]),
  originalSeen: z.boolean(),
});

/** Why a role is, or is not, part of a case. */
export const RoleReason = z.enum([
  'applies',
  'body-acts-through',
  'body-may-act-through',
  'child',
  'near-adult',
  'ward',
  'may-be-sent',
  'comes-in-person',
  'may-authorise',
  'item-asks',
  'item-may-ask',
]);

/** One role a case has room for. `closed`: it may not be filled. */
export const RoleNeed = z.strictObject({
  role: PartyRole,
  need: z.enum(['required', 'open', 'closed']),
  because: RoleReason,
  /** The article. Chinese: it is a legal word. Null: the item's own list asks and names none. */
  basis: z.string().nullable(),
  /** What this item calls the role, where it has a name of its own (父亲). */
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
});

export type PartyKind = z.output<typeof PartyKind>;
export type MessageConsent = z.output<typeof MessageConsent>;
export type CertificateKind = z.output<typeof CertificateKind>;
export type PartyField = z.output<typeof PartyField>;
export type ValueSource = z.output<typeof ValueSource>;
export type Verification = z.output<typeof Verification>;
export type Objection = z.output<typeof Objection>;
export type MaskedParty = z.output<typeof MaskedParty>;
export type AuthorisedPower = z.output<typeof AuthorisedPower>;
export type Authorisation = z.output<typeof Authorisation>;
export type PartyRole = z.output<typeof PartyRole>;
export type MaskedPeople = z.output<typeof MaskedPeople>;
export type Guardianship = z.output<typeof Guardianship>;
export type RoleReason = z.output<typeof RoleReason>;
export type RoleNeed = z.output<typeof RoleNeed>;
