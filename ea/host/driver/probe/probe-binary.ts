import path from 'node:path'
import { buildEa } from '../../build/index.ts'

/** Translates and compiles the probe program, or finds it in the cache. */
export async function probeBinary(): Promise<string> {
  const build = await buildEa({ program: path.join(import.meta.dirname, 'Probe.mq5'), variant: 'release' })
  if (!build.ok) throw new Error(`the probe program does not build:\n${build.errors.join('\n')}`)
  return build.binary
}
