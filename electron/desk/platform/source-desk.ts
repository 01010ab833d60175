import { once } from 'node:events';
import type { SourceDesk } from '../parts.ts';
import type { LineTrouble, Province } from './province.ts';

/**
 * Asks sources over the line, and gives up in time: a person waits at the window.
 *
 * @param province null where the hall reports to nobody
 */
export function openSources(province: Province | null): SourceDesk {
  return {
    licence: async (question, waitMs) =>
      province ? inTime(province.queryLicence(question), waitMs) : { answer: 'not-connected' },
    sharedData: async (question, waitMs) =>
      province ? inTime(province.querySharedData(question), waitMs) : { answer: 'not-connected' },
    networkIdentity: async (question, waitMs) =>
      province ? inTime(province.checkNetworkIdentity(question), waitMs) : { answer: 'not-connected' },
  };
}

/** The answer, or that there was none in time. What comes later than that is nobody's answer any more. */
async function inTime<T>(asked: Promise<T>, waitMs: number): Promise<T | LineTrouble> {
  const tooLate = AbortSignal.timeout(waitMs);
  const nothing: LineTrouble = { answer: 'unknown', why: 'no-answer', afterMs: null };
  return Promise.race([asked, once(tooLate, 'abort').then(() => nothing)]);
}
