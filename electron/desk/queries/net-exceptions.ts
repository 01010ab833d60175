import type { ExceptionList } from '#contract/shapes/exception.ts';
import { netExceptions, type Found } from '#rules/sync/exceptions.ts';
import type { Looking } from '../intake/case-whole.ts';
import { acceptedOffline } from '../store/offline-acceptances.ts';
import { offlineItems } from '../store/items.ts';
import { queriesNotConnected } from '../store/shared-queries.ts';

/** A list on a screen; more of them are a number. */
const AT_MOST = 300;

/** Everything at this hall that is off the net: why, who answers for it and until when (F27). */
export function exceptionsOfHall({ db, parts, today }: Looking): ExceptionList {
  const { site } = parts;
  const items = offlineItems(db, AT_MOST + 1);
  const found: Found[] = [
    ...queriesNotConnected(db).map(({ code, nameZh, system, organ }) => ({
      kind: 'source' as const,
      about: code,
      nameZh,
      nameEn: nameZh,
      why: `${organ} · ${system}`,
    })),
    ...site.departmentSystems.map(({ department, nameZh, nameEn }) => ({
      kind: 'system' as const,
      about: department,
      nameZh,
      nameEn,
      why: null,
    })),
    ...items.slice(0, AT_MOST).map((item) => ({ kind: 'item' as const, ...item })),
  ];
  const { lines, settled } = netExceptions(found, site.exceptions, today);
  const monthStart = `${today.slice(0, 7)}-01`;
  return {
    lines,
    leftOff: Math.max(0, items.length - AT_MOST),
    // With items left off nobody can say that one of them is settled.
    settled: items.length > AT_MOST ? settled.filter(({ kind }) => kind !== 'item') : settled,
    acceptedOffline: acceptedOffline(db, { monthStart, today }),
  };
}
