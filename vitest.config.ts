import { configDefaults, defineConfig } from 'vitest/config'
import { prepareRuntime } from './tools/prepare/prepare-runtime.mjs'

const integration = '**/*.int.test.ts'
const { sqliteBinding } = await prepareRuntime({
  electron: false,
  tests: false,
  log: line => console.log(line),
})
const env = sqliteBinding === null ? {} : { BITTEN_SQLITE_BINDING: sqliteBinding }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{ea,engine,electron,renderer,resources,tools,bench}/**/*.test.{ts,tsx}',
            'tests/{architecture,docs}/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, integration],
          // A unit test leaves nothing behind, so the files share their modules: half the time.
          isolate: false,
          // Only a test that hangs meets it: properties take their time on a busy machine.
          testTimeout: 60_000,
          env,
        },
      },
      {
        test: {
          name: 'integration',
          include: [integration],
          exclude: [...configDefaults.exclude, 'out/**', '.cache/**'],
          // Here too: several facts in a row are waited for, each of them for up to a minute.
          testTimeout: 180_000,
          // Programs are built before the tests of some files, without a limit of their own.
          hookTimeout: 180_000,
          // Most of them wait: for a terminal, for a server, for a program that they have started.
          maxWorkers: 2,
          env,
        },
      },
    ],
  },
})
