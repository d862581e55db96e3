/** `npm run check`: format, lint, types, unit tests and unused code. */
import { runChecks } from './lib/checks.mjs'
import { environmentForNode } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

const log = (/** @type {string} */ line) => console.log(line)

await runTool(async () => {
  const runtime = await prepareRuntime({ electron: false, tests: false, log })
  return (await runChecks(environmentForNode(runtime), log)) ? 0 : 1
})
