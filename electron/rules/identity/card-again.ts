import { CardField } from '#contract/shapes/card-again.ts';
import { dayFromDigits } from '../calendar/days.ts';

/** The whole values of a party that a card may say otherwise. */
export interface CardFacts {
  readonly name: string;
  readonly address: string;
  readonly chip: {
    readonly ethnicityCode: string | null;
    readonly issuer: string | null;
    readonly validFrom: string;
    readonly validTo: string | null;
  } | null;
}

/** What a party or a card says of each field; empty where it says nothing, or nothing readable. */
export function cardValues({ name, address, chip }: CardFacts): Readonly<Record<CardField, string>> {
  return {
    name: name.trim(),
    address: address.trim(),
    ethnicity: chip?.ethnicityCode ?? '',
    issuer: chip?.issuer ?? '',
    validity: chip ? `${dayOf(chip.validFrom)}/${chip.validTo === null ? '' : dayOf(chip.validTo)}` : '',
  };
}

/** Fields on which both say something and not the same: a person decides which counts. */
export function cardDifferences(before: CardFacts, now: CardFacts): CardField[] {
  const [older, newer] = [cardValues(before), cardValues(now)];
  return CardField.options.filter(
    (field) => older[field] !== '' && newer[field] !== '' && older[field] !== newer[field],
  );
}

function dayOf(digits: string): string {
  return dayFromDigits(digits) ?? digits;
}
