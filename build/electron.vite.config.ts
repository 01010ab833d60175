import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The shell as it ships refuses debugging switches; the one for tests and practice allows the few they need. */
const strictShell = process.env['YICHUANG_STRICT_SHELL'] === '1';
const out = strictShell ? '.out/strict' : '.out';

/** Nothing but comments and blanks goes: what is read at every start is short, and a trace in the log keeps its names. */
const SHORT = { compress: false, mangle: false, codegen: { removeWhitespace: true } } as const;

/** Decoders of pictures inside a PDF, found by their names: the window's policy lets no WebAssembly in. */
const PDF_DECODERS = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'] as const;

const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => string;
  }): void {
    for (const name of PDF_DECODERS) {
      const source = readFileSync(at(`node_modules/pdfjs-dist/wasm/${name}`));
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source });
    }
  },
};

export default defineConfig({
  main: {
    define: { STRICT_SHELL: JSON.stringify(strictShell) },
    build: {
      outDir: at(`${out}/main`),
      externalizeDeps: true,
      rolldownOptions: {
        input: { main: at('electron/main/main.ts'), desk: at('electron/desk/desk.ts') },
        output: {
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs',
          minify: SHORT,
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at(`${out}/preload`),
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), pdfDecoders],
    assetsInclude: ['**/*.bcmap', '**/*.pfb'],
    build: {
      outDir: at(`${out}/renderer`),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
