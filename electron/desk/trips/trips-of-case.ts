import type { NoticeSummary } from '#contract/shapes/notice.ts';
import type { Trips } from '#contract/shapes/trip.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { maskedAddress, maskedPhone } from '#rules/identity/mask.ts';
import { comeBacks } from '#rules/intake/come-back.ts';
import { isExtraTrip } from '#rules/intake/trips.ts';
import type { WholeCase } from '../intake/case-whole.ts';
import { visitsOfCase } from '../store/case-visits.ts';
import { deliveryOf } from '../store/deliveries.ts';

/** The visits of a case so far, how its result is sent, and what would make it one visit more. */
export function tripsOf(db: Reader, whole: WholeCase, notices: readonly NoticeSummary[]): Trips {
  const { item, id, state, correction } = whole.record;
  const visits = visitsOfCase(db, id);
  const delivery = deliveryOf(db, id) ?? deliveryInForm(whole);
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
function deliveryInForm({ form }: WholeCase): ReturnType<typeof deliveryOf> {
  const said = form.facts.get(DELIVERY_WAY)?.words[0]?.value;
  if (said !== 'counter' && said !== 'courier') return null;
  return { way: said === 'courier' ? 'express' : 'counter', address: null, phone: null };
}

/** A refusal to sign was settled with its reason: nobody is asked to come back for it. */
function isUnsigned({ signing }: NoticeSummary): boolean {
  return signing.state !== 'not-wanted' && signing.state !== 'settled';
}
