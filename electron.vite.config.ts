import { existsSync } from 'node:fs'
import path from 'node:path'
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The oldest runtimes that the app runs in: Electron 33 is Chrome 130 with Node 20.18. */
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** Programs of out/main. Each finds its siblings beside itself, so the names are part of the house. */
const PROGRAMS = {
  index: 'electron/main/index.ts',
  bitten: 'engine/cli/bitten.ts',
  'engine.worker': 'engine/workers/engine.worker.ts',
  'archive.worker': 'engine/workers/archive.worker.ts',
  'telegram.worker': 'engine/workers/telegram.worker.ts',
  'lab.worker': 'engine/workers/lab.worker.ts',
  'lab-desk': 'engine/workers/lab-desk/lab-desk.process.ts',
  'terminal-sim': 'engine/terminal-sim/terminal-sim.process.ts',
}

const inProject = (file: string) => path.resolve(import.meta.dirname, file)

/** Entry files that exist, by name. A program that is not written yet is not built yet. */
const entries = (files: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(files)
      .map(([name, file]) => [name, inProject(file)] as const)
      .filter(([, file]) => existsSync(file)),
  )

const preload = entries({ index: 'electron/preload/index.ts' })
const page = entries({ index: 'renderer/index.html' })

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      sourcemap: true,
      // As a package, zod is a hundred files that every process and worker opens again: 47 ms each before the first picture.
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: entries(PROGRAMS),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  ...('index' in preload && {
    preload: {
      build: {
        target: NODE_TARGET,
        // A sandboxed preload can load no package, so everything it uses is inside, and it must be CommonJS.
        externalizeDeps: false,
        rolldownOptions: { input: preload, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
      },
    },
  }),
  ...('index' in page && {
    renderer: {
      root: inProject('renderer'),
      plugins: [vanillaExtractPlugin(), react()],
      build: { target: CHROME_TARGET, minify: true, rolldownOptions: { input: page } },
    },
  }),
})
