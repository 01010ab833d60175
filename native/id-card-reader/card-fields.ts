import type { CardKind } from '#contract/shapes/identity-card.ts';

/** Where a field lies in the 256 bytes, and what its characters may be. */
export interface FieldPlace {
  readonly offset: number;
  readonly bytes: number;
  readonly rule: FieldRule;
}

/** Rules that damage breaks and no real card does. Whether a value is true is for the rules of identity. */
export type FieldRule =
  | 'text'
  | 'text-or-blank'
  | 'digits'
  | 'digits-or-blank'
  | 'date'
  | 'date-or-long-term'
  | 'citizen-number'
  | 'old-foreigner-number'
  | 'three-letters'
  | 'travel-permit';

export type FieldName =
  | 'name'
  | 'englishName'
  | 'englishNameRest'
  | 'sexCode'
  | 'ethnicityCode'
  | 'nationality'
  | 'birth'
  | 'address'
  | 'number'
  | 'issuer'
  | 'validFrom'
  | 'validTo'
  | 'travelPermit'
  | 'issueCount'
  | 'link';

export type CardLayout = Readonly<Partial<Record<FieldName, FieldPlace>>>;

export const TEXT_BLOCK_BYTES = 256;
/** The UTF-16 unit here tells the four layouts apart. */
export const KIND_LETTER_OFFSET = 248;

const place = (offset: number, bytes: number, rule: FieldRule): FieldPlace => ({ offset, bytes, rule });

const dates = {
  validFrom: place(188, 16, 'date'),
  validTo: place(204, 16, 'date-or-long-term'),
} as const;

/**
 * The layouts of the four kinds of card.
 *
 * @source devices.md 1.7 resident, 1.8 the other three
 */
export const cardLayouts: Readonly<Record<CardKind, CardLayout>> = {
  resident: {
    name: place(0, 30, 'text'),
    sexCode: place(30, 2, 'digits'),
    ethnicityCode: place(32, 4, 'digits'),
    birth: place(36, 16, 'date'),
    address: place(52, 70, 'text'),
    number: place(122, 36, 'citizen-number'),
    issuer: place(158, 30, 'text'),
    ...dates,
  },
  'hmt-residence': {
    name: place(0, 30, 'text'),
    sexCode: place(30, 2, 'digits'),
    birth: place(36, 16, 'date'),
    address: place(52, 70, 'text'),
    number: place(122, 36, 'citizen-number'),
    issuer: place(158, 30, 'text'),
    ...dates,
    travelPermit: place(220, 18, 'travel-permit'),
    issueCount: place(238, 4, 'digits-or-blank'),
  },
  'foreigner-2017': {
    englishName: place(0, 120, 'text'),
    sexCode: place(120, 2, 'digits'),
    number: place(122, 30, 'old-foreigner-number'),
    nationality: place(152, 6, 'three-letters'),
    name: place(158, 30, 'text-or-blank'),
    ...dates,
    birth: place(220, 16, 'date'),
    issuer: place(240, 8, 'digits-or-blank'),
  },
  'foreigner-2023': {
    name: place(0, 30, 'text-or-blank'),
    sexCode: place(30, 2, 'digits'),
    issueCount: place(32, 4, 'digits-or-blank'),
    birth: place(36, 16, 'date'),
    englishName: place(52, 70, 'text'),
    number: place(122, 36, 'citizen-number'),
    ...dates,
    englishNameRest: place(220, 22, 'text-or-blank'),
    nationality: place(242, 6, 'three-letters'),
    link: place(250, 6, 'digits-or-blank'),
  },
};
