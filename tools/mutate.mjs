/**
 * `npm run mutate -- FOLDER|FILE [--concurrency N]`: changes every operator, bound and branch of these sources, one at a time, and
 * runs the folder's own unit tests against each. Prints the survivors with their places; ends with 1 when under 85 % were killed.
 * Texts are left as they are: sentences are held to docs/denials.md, and codes by their types. So is, by Stryker itself, whatever stands
 * inside a cast (`… as Cents`).
 *
 * `npm run mutate -- FOLDER --mutate FILE` changes one file and runs the tests of the whole folder. With `--incremental` every file's
 * results are kept beside the others' and taken over where neither the file nor its tests have changed; what they call may have, so
 * the figure that counts is told without it. The last report is .cache/mutate/report.json.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure, runTool } from './lib/plain-failure.mjs'
import { ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'

const CONFIGS = '.cache/mutate'
const LEAST_KILLED_PCT = 85

await runTool(async () => {
  const [sources = '', ...args] = process.argv.slice(2)
  if (sources === '' || !existsSync(path.join(ROOT, sources)))
    throw new PlainFailure(
      `There is no '${sources}': say which sources, as in: npm run mutate -- engine/domain/fire`,
    )
  const isFile = sources.endsWith('.ts')
  const folder = isFile ? path.dirname(sources) : sources
  mkdirSync(path.join(ROOT, CONFIGS), { recursive: true })
  const tests = path.join(CONFIGS, 'vitest.config.mjs')
  const vitest = {
    test: {
      include: [`${folder}/**/*.test.ts`],
      exclude: ['**/*.int.test.ts'],
      // As in vitest.config.ts: a third of the time.
      isolate: false,
      // None: a test that only waits for its turn on a busy machine would count as one that has noticed.
      testTimeout: 0,
    },
  }
  writeFileSync(path.join(ROOT, tests), `export default ${JSON.stringify(vitest)}\n`)
  const config = path.join(CONFIGS, 'stryker.json')
  writeFileSync(
    path.join(ROOT, config),
    JSON.stringify(strykerConfig(isFile ? sources : `${folder}/**/*.ts`, folder, tests)),
  )
  return attach(
    process.execPath,
    [path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config, ...args],
    {
      cwd: ROOT,
    },
  )
})

/**
 * @param {string} sources a pattern
 * @param {string} folder whose results are kept together
 * @param {string} tests the configuration of its tests
 */
function strykerConfig(sources, folder, tests) {
  return {
    mutate: [sources, '!**/*.test.ts'],
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: tests, related: false },
    // This Stryker learns nothing from vitest 4 about which test runs what, so each mutant meets all of them until one notices.
    coverageAnalysis: 'off',
    concurrency: 2,
    // Only a mutant that never ends meets it. Here too a shorter one would count mutants as killed by a busy machine.
    timeoutMS: 60_000,
    incrementalFile: path.join(CONFIGS, `${folder.replaceAll('/', '-')}.json`),
    reporters: ['clear-text', 'progress-append-only', 'json'],
    jsonReporter: { fileName: path.join(CONFIGS, 'report.json') },
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    thresholds: { high: 95, low: LEAST_KILLED_PCT, break: LEAST_KILLED_PCT },
    // It would read them with a compiler that TypeScript 7 does not have; nothing here needs them.
    tsconfigFile: 'none.json',
    // Only what the tests of the engine read.
    ignorePatterns: [
      '/*',
      '!/engine',
      '!/docs',
      '!/resources',
      '!/package.json',
      `!/.cache`,
      '/.cache/*',
      '!/.cache/mutate',
    ],
    tempDirName: '.cache/stryker',
    cleanTempDir: 'always',
  }
}
