/** `npm run bench -- NAME [--json]`: bundles bench/NAME.bench.ts the way the app is bundled, and runs it on the built app. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from './lib/build-app.mjs'
import { environmentForElectron, environmentForNode } from './lib/environment.mjs'
import { PlainFailure, runTool } from './lib/plain-failure.mjs'
import { OUT, ROOT } from './lib/project.mjs'
import { attach } from './lib/run.mjs'
import { startVirtualDisplay } from './lib/virtual-display.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

const FOLDER = path.join(ROOT, 'bench')
const SUFFIX = '.bench.ts'

/** Standard output belongs to the figures. */
const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

await runTool(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const source = path.join(FOLDER, `${name}${SUFFIX}`)
  if (!existsSync(source))
    throw new PlainFailure(`There is no bench '${name}'. There are: ${benchNames().join(', ')}.`)
  const opensWindow = name.startsWith('window')
  const runtime = await prepareRuntime({ electron: opensWindow, tests: opensWindow, log })
  await buildApp(log)
  await bundle(source)

  const virtual = opensWindow && runtime.display === null ? await startVirtualDisplay() : null
  const env = opensWindow ? environmentForElectron(runtime) : environmentForNode(runtime)
  if (virtual !== null) env['DISPLAY'] = virtual.display
  try {
    return await attach(process.execPath, [path.join(OUT, 'bench', `${name}.bench.js`), ...args], {
      cwd: ROOT,
      env,
    })
  } finally {
    virtual?.stop()
  }
})

function benchNames() {
  if (!existsSync(FOLDER)) return []
  const files = readdirSync(FOLDER).filter(file => file.endsWith(SUFFIX))
  return files.map(file => file.slice(0, -SUFFIX.length))
}

/** @param {string} source */
async function bundle(source) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      ssr: source,
      target: 'node20.18',
      outDir: path.join(OUT, 'bench'),
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
}
