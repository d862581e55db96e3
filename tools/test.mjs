/** `npm test`: every check and every test, on a machine that may be bare. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { buildApp } from './lib/build-app.mjs'
import { runChecks } from './lib/checks.mjs'
import { environmentForElectron, environmentForNode } from './lib/environment.mjs'
import { failuresIn } from './lib/failures.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { ROOT, programOf } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

/** @typedef {import('./prepare/prepare-runtime.mjs').Runtime} Runtime */

/** Kept for the summary: by then whoever reads only the end of the output no longer sees which test failed. */
const INTEGRATION_REPORT = path.join(ROOT, 'test-results', 'integration.json')
const WINDOW_REPORT = path.join(ROOT, 'test-results', 'window.json')

const log = (/** @type {string} */ line) => console.log(line)

await runTool(async () => {
  heading('prepare')
  const runtime = await prepareRuntime({ electron: true, tests: true, log })
  for (const note of runtime.notes) log(note)

  const results = [
    await stage('checks', () => runChecks(environmentForNode(runtime), log)),
    await stage('integration tests', () => integrationTests(runtime), INTEGRATION_REPORT),
    await stage('window tests', () => windowTests(runtime), WINDOW_REPORT),
  ]
  const failed = results.filter(result => !result.passed)
  heading('summary')
  for (const { name, passed, seconds } of results)
    log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${seconds} s)`)
  for (const line of results.flatMap(({ failures }) => failures)) log(line)
  log(failed.length === 0 ? 'All passed.' : `Failed: ${failed.map(result => result.name).join(', ')}.`)
  return failed.length === 0 ? 0 : 1
})

/** @param {string} name */
function heading(name) {
  log(`\n━━ ${name} ${'━'.repeat(Math.max(0, 60 - name.length))}`)
}

/**
 * @param {string} name
 * @param {() => Promise<boolean>} run
 * @param {string} [report] what the tests of the stage write about themselves
 */
async function stage(name, run, report) {
  heading(name)
  if (report !== undefined) await rm(report, { force: true })
  const startedMs = performance.now()
  const passed = await run()
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  return { name, passed, seconds, failures: passed || report === undefined ? [] : failuresIn(report) }
}

/** @param {Runtime} runtime */
async function integrationTests(runtime) {
  await buildApp(log)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${INTEGRATION_REPORT}`]
  const args = [programOf('vitest'), 'run', '--project', 'integration', ...reporters]
  return (await attach(process.execPath, args, { cwd: ROOT, env: environmentForNode(runtime) })) === 0
}

/** @param {Runtime} runtime */
async function windowTests(runtime) {
  await buildApp(log)
  const virtual = runtime.display === null ? await startVirtualDisplay() : null
  const env = environmentForElectron(runtime)
  if (virtual !== null) env['DISPLAY'] = virtual.display
  try {
    env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = WINDOW_REPORT
    const args = [programOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json']
    return (await attach(process.execPath, args, { cwd: ROOT, env })) === 0
  } finally {
    virtual?.stop()
  }
}
