/** `npm run chaos -- NAME [--runs N] [--seed S] [--json]`: bundles tests/chaos/NAME.chaos.ts, and runs it on the built app. */
import { buildApp } from './lib/build-app.mjs'
import { environmentForNode } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { bundle, sourceOf } from './lib/programs.mjs'
import { ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

/** Standard output belongs to the answer. */
const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

await runTool(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const source = sourceOf({ folder: 'tests/chaos', suffix: '.chaos.ts', noun: 'chaos' }, name)
  const runtime = await prepareRuntime({ electron: false, tests: false, log })
  await buildApp(log)
  const program = await bundle(source, 'chaos')
  return attach(process.execPath, [program, ...args], { cwd: ROOT, env: environmentForNode(runtime) })
})
