import { bytesOf } from '../stores/file-pieces.ts';

type Held = Readonly<Record<string, () => Promise<string>>>;

/**
 * Character maps and standard fonts that a PDF may name without carrying them. They lie in the program as modules,
 * each loaded when a document asks for it: this window has no way to fetch anything. Letters without serifs come from
 * the machine; the package's own (Liberation) are under a licence that this program does not ship.
 */
const CHARACTER_MAPS: Held = import.meta.glob<string>('/../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?inline',
  import: 'default',
});
const FONTS: Held = import.meta.glob<string>('/../node_modules/pdfjs-dist/standard_fonts/*.pfb', {
  query: '?inline',
  import: 'default',
});

/** What the reader of PDFs asks for by name while it draws. */
export class PdfData {
  /** @throws Error when the program does not carry it; the reader goes on without */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const held = kind === 'cMapUrl' ? CHARACTER_MAPS : kind === 'standardFontDataUrl' ? FONTS : {};
    const load = Object.entries(held).find(([path]) => path.endsWith(`/${filename}`))?.[1];
    if (!load) throw new Error(`the program carries no ${filename}`);
    const address = await load();
    return bytesOf(address.slice(address.indexOf(',') + 1));
  }
}
