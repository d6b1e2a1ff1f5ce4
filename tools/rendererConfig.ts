import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'

/**
 * How the pages are built, and served in development.
 *
 * @param projectDir handed in, because the build's configuration is bundled and a module in it does not know its place
 * @param consoleOrigin where the service's console listens, which in development gets what the pages ask of `/api`
 */
export const createRendererConfig = (projectDir: string, consoleOrigin: string): UserConfig => ({
  root: join(projectDir, 'renderer'),
  plugins: [react(), loadFromRoot],
  server: {
    host: '127.0.0.1',
    // The console answers only its own pages: to it, these are.
    proxy: { '/api': { target: consoleOrigin, changeOrigin: true, headers: { Origin: consoleOrigin } } },
  },
  build: {
    outDir: join(projectDir, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { index: join(projectDir, 'renderer/index.html') } },
  },
})

/** Pages have paths of their own, at any depth, so what they load is named from the root; electron-vite would make it relative. */
const loadFromRoot: Plugin = { name: 'load-from-root', enforce: 'post', config: () => ({ base: '/' }) }
