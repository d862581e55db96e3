import { bad, good, type Check } from '../check.ts'

/** The oldest Node that the desk is tested with. */
const OLDEST_NODE = [20, 19] as const

/** The program that runs this one. */
export function checkRuntime(versions: NodeJS.ProcessVersions = process.versions): Check {
  const { node, electron, napi } = versions
  const runtime = electron === undefined ? `Node ${node}` : `Electron ${electron} with Node ${node}`
  const text = `${runtime} on ${process.platform} ${process.arch}, Node-API ${napi}`
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  return fits
    ? good('runtime', text)
    : bad('runtime', text, `Install Node ${OLDEST_NODE.join('.')} or later.`)
}
