import { catalogueCalls } from '#contract/calls/catalogue.ts';
import { type Answers, no, onOutside, onRead, onWrite, yes } from '../answering.ts';
import { olderState } from '../catalogue/background-import.ts';
import { catalogueView } from '../catalogue/catalogue-view.ts';
import { codeKey } from '../catalogue/find-words.ts';
import { guidanceOf, papersOf } from '../catalogue/guidance-file.ts';
import { importFile } from '../catalogue/import-file.ts';
import { isMuch, isMuchInForce } from '../catalogue/heavy.ts';
import { goBackTo } from '../catalogue/put-in-force.ts';
import { newId } from '../new-id.ts';
import { catalogueStates, chainOf } from '../store/catalogue-states.ts';
import { bundlesInForce } from '../store/bundles-in-force.ts';
import { caseGround } from '../store/case-ground.ts';
import { adoptPart, hallParts } from '../store/hall-parts.ts';
import { templatesInForce } from '../store/templates-in-force.ts';
import { addLocalNote, notesOnItem, removeLocalNote } from '../store/local-notes.ts';

export const catalogueAnswers: Answers<'catalogue'> = {
  'catalogue.view': onRead(catalogueCalls['catalogue.view'], (_input, { db, parts }) =>
    yes(catalogueView(db, parts)),
  ),

  'catalogue.add-piece': onWrite(catalogueCalls['catalogue.add-piece'], (piece, { parts }) => {
    const content = Buffer.from(piece.base64, 'base64');
    if (content.length === 0 || content.toString('base64') !== piece.base64) return no('damaged-file');
    const taken = parts.packages.uploads.add(piece.uploadId, piece.offset, piece.totalBytes, content);
    return taken === 'out-of-order' ? no(taken) : yes(taken);
  }),

  'catalogue.import': onWrite(catalogueCalls['catalogue.import'], ({ from }, bench) => {
    const outcome = importFile(bench, from);
    return typeof outcome === 'string' ? no(outcome) : yes(outcome);
  }),

  'catalogue.go-back': onWrite(catalogueCalls['catalogue.go-back'], ({ seq }, bench) => {
    const { db, parts, nowMs, asker, about } = bench;
    const { background } = parts.packages;
    if (background.isRunning()) return no('import-running');
    if (catalogueStates(db)[0]?.seq === seq) return no('already-in-force');
    const by = asker.staff?.number ?? '';
    const state = chainOf(db, seq);
    if (!state) return no('no-such-package');
    if (isMuch(state) || isMuchInForce(db)) void background.start(olderState(state, by));
    else if (!goBackTo(db, state, by, nowMs).ok) return no('package-not-readable');
    about(`state-${seq}`);
    return yes(catalogueView(db, parts));
  }),

  'catalogue.case-ground': onRead(catalogueCalls['catalogue.case-ground'], ({ caseId }, { db }) => {
    const ground = caseGround(db, caseId);
    return ground ? yes(ground) : no('no-such-case');
  }),

  'catalogue.adopt': onWrite(catalogueCalls['catalogue.adopt'], ({ partId, adopts }, bench) => {
    const { db, parts, about } = bench;
    const part = hallParts(db).find(({ id }) => id === partId);
    if (!part) return no('no-such-part');
    if (adopts && part.standing === 'ours-stands') return no('ours-stands');
    adoptPart(db, partId, adopts);
    about(`${adopts ? 'adopted' : 'given-up'} ${part.key}`, part.fromHall);
    return yes(catalogueView(db, parts));
  }),

  'catalogue.notes': onRead(catalogueCalls['catalogue.notes'], ({ itemCode }, { db }) =>
    yes(notesOnItem(db, codeKey(itemCode))),
  ),

  'catalogue.write-note': onWrite(catalogueCalls['catalogue.write-note'], (note, bench) => {
    const { db, parts, nowMs, asker, about } = bench;
    const item = parts.items.byCode(note.itemCode);
    if (!item) return no('no-such-item');
    if (note.materialId !== null && !papersOf(item).includes(note.materialId)) return no('no-such-material');
    const id = newId();
    about(id);
    const by = asker.staff?.number ?? '';
    addLocalNote(db, { ...note, id, itemCode: item.code, fromHall: null, by, atMs: nowMs });
    return yes(notesOnItem(db, codeKey(item.code)));
  }),

  'catalogue.remove-note': onWrite(catalogueCalls['catalogue.remove-note'], ({ noteId }, bench) => {
    const note = removeLocalNote(bench.db, noteId);
    if (!note) return no('no-such-note');
    bench.about(noteId);
    return yes(notesOnItem(bench.db, codeKey(note.itemCode)));
  }),

  'catalogue.export-guidance': onOutside(
    catalogueCalls['catalogue.export-guidance'],
    async ({ itemCodes }, { db, parts, today, about }) => {
      const items = itemCodes.flatMap((code) => parts.items.byCode(code) ?? []);
      if (items.length < itemCodes.length) return no('no-such-item');
      const { site, packages } = parts;
      const codes = new Set(items.map(({ code }) => code));
      const file = guidanceOf(site.hallName, {
        items: items.map((item) => ({ item, notes: notesOnItem(db, codeKey(item.code)) })),
        bundles: bundlesInForce(db).filter(({ steps }) => steps.some(({ itemCode }) => codes.has(itemCode))),
        templates: templatesInForce(db),
      });
      const name = `guidance-${site.site}-${today}.json`;
      packages.folder.write(name, `${JSON.stringify(file, null, 2)}\n`);
      about(name);
      return yes({ name });
    },
  ),
};
