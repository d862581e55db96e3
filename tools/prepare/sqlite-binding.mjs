/** A SQLite binding that this Node can load: better-sqlite3's own, or the same sources compiled for an older Node. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { withLock } from '../lib/lock.mjs'
import { PlainFailure } from '../lib/plain-failure.mjs'
import { ROOT, programOf, versionOf } from '../lib/project.mjs'
import { collect } from '../lib/run.mjs'

/** better-sqlite3 13 ships bindings for this version of Node-API. */
const STOCK_NODE_API = 10
/** The first Electron with Node-API 10: it carries Node 22.14. */
const FIRST_ELECTRON_WITH_STOCK = 35
const COMPAT_HEADER = path.join(import.meta.dirname, 'napi9-compat.h')

/** @param {string} nodeApiVersion as in process.versions.napi */
export function nodeNeedsCompat(nodeApiVersion) {
  return Number(nodeApiVersion) < STOCK_NODE_API
}

/** @param {string} electronVersion like 33.2.1 */
export function electronNeedsCompat(electronVersion) {
  return Number.parseInt(electronVersion, 10) < FIRST_ELECTRON_WITH_STOCK
}

/**
 * The compiled binding, from the cache or made now (about 90 s, once per version of better-sqlite3).
 * @param {string} cache
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 */
export async function compatBinding(cache, log) {
  const header = createHash('sha256').update(readFileSync(COMPAT_HEADER)).digest('hex').slice(0, 8)
  const name = `better-sqlite3-${versionOf('better-sqlite3')}-napi9-${process.platform}-${process.arch}-${header}.node`
  const file = path.join(cache, name)
  if (existsSync(file)) return file
  return withLock(`${file}.lock`, async () => {
    if (!existsSync(file)) await compile(file, log)
    return file
  })
}

/**
 * @param {string} file
 * @param {(line: string) => void} log
 */
async function compile(file, log) {
  await demandCompiler()
  log('Compiling SQLite for this Node. It takes about 90 seconds, once.')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bitten-sqlite-'))
  try {
    const sources = path.join(folder, 'better-sqlite3')
    await cp(path.join(ROOT, 'node_modules', 'better-sqlite3'), sources, { recursive: true })
    const addonApi = path.join('node_modules', 'node-addon-api')
    await cp(path.join(ROOT, addonApi), path.join(sources, addonApi), { recursive: true })
    // Beside the sources, since a path with a space in it does not survive the compiler's flags.
    const header = path.join(sources, path.basename(COMPAT_HEADER))
    await copyFile(COMPAT_HEADER, header)
    await rebuild(sources, header)
    const built = path.join(sources, 'build', 'Release', 'better_sqlite3.node')
    await demandThatItLoads(built)
    await mkdir(path.dirname(file), { recursive: true })
    await copyFile(built, `${file}.part`)
    await rename(`${file}.part`, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} sources
 * @param {string} header
 */
async function rebuild(sources, header) {
  const headers = path.resolve(path.dirname(process.execPath), '..')
  const hasHeaders = existsSync(path.join(headers, 'include', 'node', 'node_api.h'))
  const flags = [
    'rebuild',
    '--release',
    '-j',
    '2',
    '--force_build=1',
    ...(hasHeaders ? [`--nodedir=${headers}`] : []),
  ]
  const env = { ...process.env, CXXFLAGS: `-include ${header} -UNAPI_VERSION -DNAPI_VERSION=9` }
  const { code, stderr } = await collect(process.execPath, [programOf('node-gyp'), ...flags], {
    cwd: sources,
    env,
  })
  if (code === 0) return
  throw new PlainFailure(
    `SQLite could not be compiled for this Node. The compiler's last words:\n${lastLines(stderr, 15)}`,
  )
}

async function demandCompiler() {
  const advice = `Node ${process.versions.node} is older than SQLite's ready-made binding. Install Node 22.14 or later`
  if (process.platform !== 'linux') throw new PlainFailure(`${advice}.`)
  const tools = ['python3', 'make', 'g++']
  const found = await Promise.all(tools.map(tool => collect(tool, ['--version'])))
  const missing = tools.filter((_, index) => found[index]?.code !== 0)
  if (missing.length === 0) return
  throw new PlainFailure(
    `${advice}, or ${missing.join(', ')} to compile it: apt-get install -y python3 make g++`,
  )
}

/** @param {string} binding */
async function demandThatItLoads(binding) {
  const script = `const D = require('better-sqlite3')
    const value = new D(':memory:', { nativeBinding: process.argv[1] }).prepare('select 6 * 7').pluck().get()
    process.exit(value === 42 ? 0 : 1)`
  const { code, stderr } = await collect(process.execPath, ['-e', script, binding], { cwd: ROOT })
  if (code !== 0) throw new PlainFailure(`The compiled SQLite does not load: ${lastLines(stderr, 5)}`)
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
