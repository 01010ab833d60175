import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CatalogueView, ImportOutcome } from '#contract/shapes/catalogue.ts';
import { Staff } from '#contract/shapes/person.ts';
import { Site } from '#contract/shapes/site.ts';
import type { Asker } from '#desk/answering.ts';
import { type BackgroundImport, openBackgroundImport } from '#desk/catalogue/background-import.ts';
import { followed, type FollowingPiece } from '#desk/catalogue/package-chain.ts';
import { packageLines, type PackageWish } from '#desk/catalogue/package-lines.ts';
import { openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { openPackageFolder } from '#desk/catalogue/package-folder.ts';
import { PackageReaderGone } from '#desk/catalogue/reading-apart.ts';
import { takeFromPlatform } from '#desk/catalogue/without-a-clerk.ts';
import { openUploadBox } from '#desk/catalogue/upload-box.ts';
import { catalogueAnswers } from '#desk/handlers/catalogue.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { aCaseFile } from './case-file.ts';
import { demoCatalogueText } from './demo-catalogue.ts';
import { asker, deskOver, deskParts } from './desk-parts.ts';
import { movedClock } from './moved-clock.ts';
import { tempHome } from './temp-home.ts';

type Asked = keyof typeof catalogueAnswers;

/** A technician of the demo hall. Nobody exists who is called so. */
const KEEPER = asker({
  staff: Staff.parse({ number: '0009', name: '沈越', roles: ['technician'] }),
});

async function endOf(background: BackgroundImport) {
  while (background.isRunning()) await new Promise<void>((next) => void setTimeout(next, 5));
  return background.standing()?.outcome ?? null;
}

/** A package read in the very process, a line at a time, after the faults it is to fail with first. */
function reader(faults: Error[]) {
  return async function* readHere(wish: PackageWish, following: Iterable<FollowingPiece>) {
    const fault = faults.shift();
    if (fault) throw fault;
    yield* packageLines(wish, followed(following));
  };
}

/** The catalogue's own calls over a real encrypted file, a real folder and the demo catalogue in force. */
export function catalogueDesk(keys: readonly { readonly name: string; readonly key: string }[] = []) {
  const db = aCaseFile();
  const clock = movedClock();
  const folder = openPackageFolder(join(tempHome(), 'catalogue'));
  const items = openItemShelf({
    db,
    source: { text: demoCatalogueText, name: 'demo', signedBy: null },
    nowMs: clock.nowMs,
  });
  const faults: Error[] = [];
  const openBackground = () =>
    openBackgroundImport({
      db,
      nowMs: clock.nowMs,
      read: reader(faults),
      note: () => {},
      failed: (thrown) => {
        if (!(thrown instanceof PackageReaderGone)) throw thrown;
      },
    });
  const background = openBackground();
  onTestFinished(() => background.stop());
  const parts = deskParts(
    db,
    {
      site: Site.parse({ ...DEMO_SITE, catalogueKeys: keys }),
      items,
      packages: { folder, uploads: openUploadBox(), background },
    },
    clock.nowMs,
  );
  const desk = deskOver(db, parts, clock.nowMs);
  const ask = (name: Asked, input: unknown, who: Asker = KEEPER) =>
    catalogueAnswers[name].answer(name, input, who, desk);
  const valueOf = async (name: Asked, input: unknown): Promise<unknown> => {
    const reply = await ask(name, input);
    if (!reply.ok) throw new Error(`refused: ${reply.refusal}`);
    return reply.value;
  };
  const refusalOf = async (name: Asked, input: unknown, who?: Asker): Promise<string> => {
    const reply = await ask(name, input, who);
    return reply.ok ? 'none' : reply.refusal;
  };
  const lay = (name: string, file: string, signature?: string): void => {
    folder.write(name, file);
    if (signature !== undefined) folder.write(`${name}.sig`, signature);
  };
  return {
    db,
    items,
    folder,
    clock,
    ask,
    valueOf,
    refusalOf,
    lay,
    takeFromPlatform: (name: string, version: string) =>
      takeFromPlatform({ background, keys, note: () => {} })(join(folder.path, name), version),
    /** The next readings end with these faults, one each. */
    readerFails: (some: readonly Error[]): void => void faults.push(...some),
    standing: background.standing,
    stopLoading: background.stop,
    /** The loading of a desk that was started again. */
    afterRestart: () => {
      const later = openBackground();
      onTestFinished(() => later.stop());
      return {
        start: (name: string) =>
          later.start({
            name,
            source: 'folder',
            by: '0009',
            fresh: {
              file: join(folder.path, name),
              signature: null,
              keys: [],
              mayBeUnsigned: true,
              unless: null,
            },
            text: '',
            chain: null,
            otherwise: () => ({ outcome: 'started' }),
          }),
        loaded: () => endOf(later),
      };
    },
    /** What came of the large catalogue that is under way. */
    loaded: () => endOf(background),
    importNamed: async (name: string) =>
      ImportOutcome.parse(await valueOf('catalogue.import', { from: { kind: 'folder', name } })),
    view: async () => CatalogueView.parse(await valueOf('catalogue.view', {})),
    /** Sends a file in two pieces and answers its upload. */
    upload: async (file: string): Promise<string> => {
      const uploadId = randomUUID();
      const bytes = Buffer.from(file, 'utf8');
      const piece = 40_000;
      for (let offset = 0; offset < bytes.length; offset += piece) {
        const base64 = bytes.subarray(offset, offset + piece).toString('base64');
        await valueOf('catalogue.add-piece', { uploadId, offset, totalBytes: bytes.length, base64 });
      }
      return uploadId;
    },
  };
}
