import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/*
 * Main and preload are CommonJS: the development launcher must `require` main before Electron is
 * ready, and a sandboxed preload script cannot be an ES module. Targets are those of the oldest
 * Electron the app runs on (33), not of the installed one.
 */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      rolldownOptions: {
        input: { index: 'main/index.ts', worker: 'main/operations/worker.ts' },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      // A sandboxed preload script can require nothing but electron: bundle all of it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        output: { ...commonJs, codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      // Pages load from the disk: one large file costs nothing that many small ones would save.
      chunkSizeWarningLimit: 5000,
      // The page's policy takes fonts from the application only, and none that is written into a style.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
