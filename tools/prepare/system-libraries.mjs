/** The Debian packages that Electron, a virtual display and a test browser need, and which of them are missing. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../lib/plain-failure.mjs'
import { collect } from '../lib/run.mjs'

/** GTK 3 brings most of what Chromium links to; these libraries come separately. */
const PACKAGE_OF_LIBRARY = [
  ['libnss', 'libnss3'],
  ['libsmime', 'libnss3'],
  ['libnspr', 'libnss3'],
  ['libplc', 'libnss3'],
  ['libplds', 'libnss3'],
  ['libasound', 'libasound2'],
  ['libgbm', 'libgbm1'],
  ['libdrm', 'libgbm1'],
  ['libXss', 'libxss1'],
  ['libXtst', 'libxtst6'],
]
const PACKAGE_OF_THE_REST = 'libgtk-3-0'

/**
 * The libraries that a program links to and this system lacks.
 * @param {string} lddOutput what `ldd PROGRAM` printed
 */
export function missingLibraries(lddOutput) {
  const names = lddOutput.split('\n').flatMap(line => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])
  return [...new Set(names)]
}

/** @param {readonly string[]} libraries */
export function packagesOfLibraries(libraries) {
  const packages = libraries.map(
    library => PACKAGE_OF_LIBRARY.find(([start]) => start !== undefined && library.startsWith(start))?.[1],
  )
  return [...new Set(packages.map(name => name ?? PACKAGE_OF_THE_REST))].sort()
}

/** @param {readonly string[]} packages */
export function installLine(packages) {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/**
 * @param {{ electron: string | null, programs: readonly { program: string, package: string }[] }} wanted
 * @returns {Promise<string[]>} names of Debian packages
 */
export async function missingPackages({ electron, programs }) {
  const linked = electron === null ? '' : (await collect('ldd', [electron])).stdout
  const libraries = packagesOfLibraries(missingLibraries(linked))
  return [
    ...libraries,
    ...programs.filter(({ program }) => findProgram(program) === null).map(wanted => wanted.package),
  ]
}

/**
 * Installs packages as root; anyone else gets the line to type.
 * @param {readonly string[]} packages
 * @param {(line: string) => void} log
 */
export async function installPackages(packages, log) {
  const apt = findProgram('apt-get')
  if (apt === null) {
    throw new PlainFailure(
      `This system lacks what these Debian packages hold: ${packages.join(' ')}. Install them its own way.`,
    )
  }
  if (process.getuid?.() !== 0) {
    throw new PlainFailure(`Some system libraries are missing. Type: sudo ${installLine(packages)}`)
  }
  log(`Installing ${packages.join(', ')}.`)
  await collect(apt, ['update', '-q'])
  const names = await Promise.all(packages.map(currentName))
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, stderr } = await collect(apt, ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env,
  })
  if (code !== 0) throw new PlainFailure(`${installLine(names)} failed: ${stderr.trim()}`)
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries whose times became 64 bits wide.
 * @param {string} name
 */
async function currentName(name) {
  const renamed = `${name}t64`
  const { code, stdout } = await collect('apt-cache', ['show', '--no-all-versions', renamed])
  return code === 0 && stdout !== '' ? renamed : name
}

/**
 * @param {string} program
 * @param {string} [searchPath]
 * @returns {string | null} its path
 */
export function findProgram(program, searchPath = process.env['PATH'] ?? '') {
  const folders = searchPath.split(path.delimiter).filter(folder => folder !== '')
  return folders.map(folder => path.join(folder, program)).find(file => existsSync(file)) ?? null
}
