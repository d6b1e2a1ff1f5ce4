import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { createRendererConfig } from './tools/rendererConfig.ts'

const inProject = (path: string) => join(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: inProject('electron/main/index.ts'),
          cli: inProject('server/cli.ts'),
          child: inProject('server/child.ts'),
          exportWorker: inProject('server/exportWorker.ts'),
          searchWorker: inProject('server/searchWorker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload has no modules: one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: inProject('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: createRendererConfig(import.meta.dirname, process.env['ROLLCALL_CONSOLE_ORIGIN'] ?? 'http://127.0.0.1:4748'),
})
