/** `npm run pictures`: takes the pictures of docs/user-guide.md and of the War Room anew, from the real app on its training ground. */
import { buildApp } from './lib/build-app.mjs'
import { environmentForElectron } from './lib/environment.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { ROOT, programOf } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

const log = (/** @type {string} */ line) => console.log(line)

await runTool(async () => {
  const runtime = await prepareRuntime({ electron: true, tests: true, log })
  await buildApp(log)
  const virtual = runtime.display === null ? await startVirtualDisplay() : null
  const env = environmentForElectron(runtime)
  if (virtual !== null) env['DISPLAY'] = virtual.display
  try {
    const args = [
      programOf('@playwright/test', 'playwright'),
      'test',
      '--config=tests/pictures/pictures.config.ts',
    ]
    return await attach(process.execPath, args, { cwd: ROOT, env })
  } finally {
    virtual?.stop()
  }
})
