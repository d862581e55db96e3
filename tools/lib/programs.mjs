/** Programs of this project that are run by name and are not part of the app: benches and chaos. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from './plain-failure.mjs'
import { OUT, ROOT } from './project.mjs'

/**
 * @param {{ folder: string, suffix: string, noun: string }} where
 * @param {string} name
 * @returns {string} the source of the program
 */
export function sourceOf({ folder, suffix, noun }, name) {
  const source = path.join(ROOT, folder, `${name}${suffix}`)
  if (existsSync(source)) return source
  const files = existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder)) : []
  const names = files.filter(file => file.endsWith(suffix)).map(file => file.slice(0, -suffix.length))
  throw new PlainFailure(`There is no ${noun} '${name}'. There are: ${names.join(', ')}.`)
}

/**
 * Bundles a program the way the app is bundled.
 * @param {string} source
 * @param {string} folder below out/
 * @returns {Promise<string>} the file to run
 */
export async function bundle(source, folder) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      ssr: source,
      target: 'node20.18',
      outDir: path.join(OUT, folder),
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
  return path.join(OUT, folder, `${path.basename(source, '.ts')}.js`)
}
