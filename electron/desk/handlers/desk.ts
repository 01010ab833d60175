import { deskCalls } from '#contract/calls/desk.ts';
import { type Answers, onRead, yes } from '../answering.ts';
import { regionOfSite } from '../crossing/crossing-of-case.ts';
import { firstCatalogue } from '../catalogue/first-catalogue.ts';
import { originalsCounted } from '../hand-over/hand-over-view.ts';

export const deskAnswers: Answers<'desk'> = {
  'desk.site': onRead(deskCalls['desk.site'], (_, { parts: { site, version } }) =>
    yes({
      level: site.level,
      region: regionOfSite(site),
      hallName: site.hallName,
      hallNameEn: site.hallNameEn,
      window: site.window,
      windowName: site.windowName,
      language: site.language,
      queues: site.queues,
      served: site.served,
      lockAfterSeconds: site.lockAfterSeconds,
      practice: site.practice !== null,
      version,
    }),
  ),

  'desk.status': onRead(deskCalls['desk.status'], (_, { db, parts, nowMs, today }) => {
    const sync = parts.sync.view();
    return yes({
      nowMs,
      today,
      timeZone: parts.site.timeZone,
      devices: [...parts.devices()],
      hall: { state: 'ok', engine: 'embedded' },
      province: {
        line: sync.line,
        lineSinceMs: sync.lineSinceMs,
        lastAckAtMs: sync.lastAckAtMs,
        nextTryAtMs: sync.nextTryAtMs,
        owed: sync.owed,
        owedCases: sync.owedCases,
        needsClerk: sync.needsClerk,
      },
      lastWriteAtMs: parts.disk.lastWriteAtMs(),
      writes: parts.disk.writes(),
      diskTrouble: parts.disk.trouble(),
      firstCatalogue: firstCatalogue(parts),
      numbersLeft: sync.numberBlock?.left ?? 0,
      originals: originalsCounted(db, parts.site.timeZone, today),
    });
  }),
};
