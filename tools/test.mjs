/** `npm test`: every check and every test, on a machine that may be bare. */
import { buildApp } from './lib/build-app.mjs'
import { runChecks } from './lib/checks.mjs'
import { environmentForElectron, environmentForNode } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { ROOT, programOf } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

/** @typedef {import('./prepare/prepare-runtime.mjs').Runtime} Runtime */

const log = (/** @type {string} */ line) => console.log(line)

await runTool(async () => {
  heading('prepare')
  const runtime = await prepareRuntime({ electron: true, tests: true, log })
  for (const note of runtime.notes) log(note)

  const results = [
    await stage('checks', () => runChecks(environmentForNode(runtime), log)),
    await stage('integration tests', () => integrationTests(runtime)),
    await stage('window tests', () => windowTests(runtime)),
  ]
  const failed = results.filter(result => !result.passed)
  heading('summary')
  for (const { name, passed, seconds } of results)
    log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${seconds} s)`)
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
 */
async function stage(name, run) {
  heading(name)
  const startedMs = performance.now()
  const passed = await run()
  return { name, passed, seconds: Math.round((performance.now() - startedMs) / 1000) }
}

/** @param {Runtime} runtime */
async function integrationTests(runtime) {
  await buildApp(log)
  const args = [programOf('vitest'), 'run', '--project', 'integration']
  return (await attach(process.execPath, args, { cwd: ROOT, env: environmentForNode(runtime) })) === 0
}

/** @param {Runtime} runtime */
async function windowTests(runtime) {
  await buildApp(log)
  const virtual = runtime.display === null ? await startVirtualDisplay() : null
  const env = environmentForElectron(runtime)
  if (virtual !== null) env['DISPLAY'] = virtual.display
  try {
    const args = [programOf('@playwright/test', 'playwright'), 'test']
    return (await attach(process.execPath, args, { cwd: ROOT, env })) === 0
  } finally {
    virtual?.stop()
  }
}
