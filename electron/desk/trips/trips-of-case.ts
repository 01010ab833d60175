import type { NoticeSummary } from '#contract/shapes/notice.ts';
import type { Trips } from '#contract/shapes/trip.ts';
import { maskedAddress, maskedPhone } from '#rules/identity/mask.ts';
import { comeBacks } from '#rules/intake/come-back.ts';
import { isExtraTrip } from '#rules/intake/trips.ts';
import type { BesideCase } from '../intake/beside-case.ts';
import type { WholeCase } from '../intake/case-whole.ts';

/** The visits of a case so far, how its result is sent, and what would make it one visit more. */
export function tripsOf(whole: WholeCase, { visits, delivery: chosen, notices }: BesideCase): Trips {
  const { item, state, correction } = whole.record;
  const delivery = chosen ?? deliveryInForm(whole);
  return {
    planned: item.maxVisits,
    visits: visits.map((visit) => ({ ...visit, extra: isExtraTrip(item.maxVisits, visit.no) })),
    delivery: delivery && {
      way: delivery.way,
      address: delivery.address === null ? null : maskedAddress(delivery.address),
      phone: delivery.phone === null ? null : maskedPhone(delivery.phone),
    },
    comeBack: comeBacks({
      item,
      state,
      materials: whole.materials,
      missing: whole.papers.missing,
      correction: correction ?? [],
      unsigned: notices.filter((notice) => isUnsigned(notice)).map(({ kind }) => kind),
      applicantHere: whole.handler === null,
      delivery: delivery?.way ?? null,
      visits: visits.length,
    }),
  };
}

const DELIVERY_WAY = 'delivery.way';

/** What the form says of it, until a clerk asks again. */
function deliveryInForm({ form }: WholeCase): BesideCase['delivery'] {
  const said = form.facts.get(DELIVERY_WAY)?.words[0]?.value;
  if (said !== 'counter' && said !== 'courier') return null;
  return { way: said === 'courier' ? 'express' : 'counter', address: null, phone: null };
}

/** A refusal to sign was settled with its reason: nobody is asked to come back for it. */
function isUnsigned({ signing }: NoticeSummary): boolean {
  return signing.state !== 'not-wanted' && signing.state !== 'settled';
}
