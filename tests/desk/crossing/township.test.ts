import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NoticeContent } from '#contract/shapes/notice.ts';
import { ItemHit } from '#contract/shapes/item.ts';
import { Site } from '#contract/shapes/site.ts';
import { openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { all } from '#native/sqlite/database.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { demoCatalogueText } from '../../support/demo-catalogue.ts';
import { aReadyCase, intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { foodPermit } from '../progress/cases.ts';

const INSURANCE = itemNamed('城乡居民基本医疗保险参保登记');
const SEAL = '示范县医疗保障局业务专用章（城关镇）';

function townshipDesk(
  seals: unknown[] = [{ department: 'yb', kind: 'entrusted', seal: SEAL, basis: '示医保委〔2026〕3号' }],
) {
  const site = Site.parse({ ...DEMO_SITE, level: '5', region: '990101005', delegatedSeals: seals });
  return intakeDesk({ site });
}

function papersOf(desk: IntakeDesk, caseId: string): NoticeContent[] {
  return z
    .array(z.object({ content: z.string() }))
    .parse(
      all(desk.db, 'SELECT content FROM notice WHERE case_id = @caseId ORDER BY issued_at_ms', { caseId }),
    )
    .map(({ content }) => NoticeContent.parse(JSON.parse(content)));
}

describe('F41: a township', () => {
  it('accepts what is delegated with the delegated seal named on the notice and on the slip', async () => {
    const desk = townshipDesk();
    const ready = await aReadyCase(desk, INSURANCE);
    expect(ready.crossing).toMatchObject({
      may: 'accept',
      delegation: { seal: SEAL, organ: '示范县医疗保障局', kind: 'entrusted' },
      sealMissing: false,
    });
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const papers = papersOf(desk, ready.id);
    expect(papers.map(({ kind, sealPlace }) => [kind, sealPlace])).toEqual([
      ['receipt-slip', null],
      ['acceptance', SEAL],
    ]);
    for (const { foot, paragraphs } of papers) {
      expect([...foot, ...paragraphs]).toContain(
        `受示范县医疗保障局委托办理（示医保委〔2026〕3号），使用“${SEAL}”。`,
      );
    }
  });

  it('shows that a seal is not registered, and names no seal it does not have', async () => {
    const desk = townshipDesk([]);
    const ready = await aReadyCase(desk, INSURANCE);
    expect(ready.crossing).toMatchObject({ delegation: null, sealMissing: true });
  });

  it('passes on what is not delegated under nobody’s delegated seal', async () => {
    const desk = townshipDesk();
    const ready = await aReadyCase(desk, foodPermit);
    expect(ready.crossing).toMatchObject({ may: 'receive-only', delegation: null, sealMissing: false });
    await desk.caseFrom('intake.receive', { caseId: ready.id });
    expect(JSON.stringify(papersOf(desk, ready.id))).not.toContain('专用章');
  });

  it('finds first what it may accept itself, then what it passes on', async () => {
    const db = aCaseFile();
    const source = { text: demoCatalogueText, name: 'demo', signedBy: null };
    const items = openItemShelf({ db, source, nowMs: Date.now });
    const found = async (level: string) => {
      const site = Site.parse({ ...DEMO_SITE, level, region: '990101005' });
      const reply = await intakeDesk({ site, items }, { db }).ask('intake.find-item', {
        text: '登记',
        limit: 8,
      });
      const hits = z.array(z.unknown()).parse(reply.ok ? reply.value : null);
      return hits
        .flatMap((hit) => ItemHit.safeParse(hit).data ?? [])
        .map(({ delegatedLevels }) => delegatedLevels);
    };
    const township = (await found('5')).map((levels) => levels === null || levels.includes('5'));
    expect(new Set(township)).toEqual(new Set([true, false]));
    expect(township).toEqual(township.toSorted((a, b) => Number(b) - Number(a)));
    const county = (await found('4')).map((levels) => levels === null || levels.includes('5'));
    expect(county).not.toEqual(township);
  });
});
