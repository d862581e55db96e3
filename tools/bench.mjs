/** `npm run bench -- NAME [--json]`: bundles bench/NAME.bench.ts the way the app is bundled, and runs it on the built app. */
import { buildApp } from './lib/build-app.mjs'
import { environmentForElectron, environmentForNode } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { bundle, sourceOf } from './lib/programs.mjs'
import { ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

/** Standard output belongs to the figures. */
const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

await runTool(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const source = sourceOf({ folder: 'bench', suffix: '.bench.ts', noun: 'bench' }, name)
  const opensWindow = ['window', 'ui', 'trades'].includes(name)
  const runtime = await prepareRuntime({ electron: opensWindow, tests: opensWindow, log })
  await buildApp(log)
  const program = await bundle(source, 'bench')

  const virtual = opensWindow && runtime.display === null ? await startVirtualDisplay() : null
  const env = opensWindow ? environmentForElectron(runtime) : environmentForNode(runtime)
  if (virtual !== null) env['DISPLAY'] = virtual.display
  try {
    return await attach(process.execPath, [program, ...args], { cwd: ROOT, env })
  } finally {
    virtual?.stop()
  }
})
