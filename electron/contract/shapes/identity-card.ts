import { z } from 'zod';

/** resident 居民身份证 · J 港澳台居民居住证 · I 外国人永久居留身份证（2017）· Y 外国人永久居留身份证（2023） */
export const CardKind = z.enum(['resident', 'hmt-residence', 'foreigner-2017', 'foreigner-2023']);

/**
 * The text block of a card as fields. Personal data: lives in memory and in the encrypted case file,
 * never in a log, never in a ticket. Dates are `YYYYMMDD` as the chip holds them.
 *
 * @source devices.md 1.7, 1.8
 */
export const IdentityCard = z.strictObject({
  kind: CardKind,
  /** Chinese name; for foreigners the Chinese name if the card has one, else ''. */
  name: z.string(),
  englishName: z.string().nullable(),
  number: z.string(),
  /** GB/T 2261.1 */
  sexCode: z.string(),
  /** GB/T 3304 code; null where the card has none. An unknown code is kept as its number. */
  ethnicityCode: z.string().nullable(),
  /** ISO 3166 three letters; null for cards without. */
  nationality: z.string().nullable(),
  birth: z.string(),
  address: z.string().nullable(),
  issuer: z.string().nullable(),
  validFrom: z.string(),
  /** null means 长期, long-term. */
  validTo: z.string().nullable(),
  /** 港澳台 only: number of the travel permit. */
  travelPermit: z.string().nullable(),
  /** J and Y only: times the permit was issued or renewed. */
  issueCount: z.string().nullable(),
  /** Fields with private-use or broken characters: a clerk must type them by hand. */
  unreadable: z.array(z.string()),
});

export type CardKind = z.output<typeof CardKind>;
export type IdentityCard = z.output<typeof IdentityCard>;
