import { spawn } from 'node:child_process'
import { PlainFailure } from './plain-failure.mjs'

/**
 * A display in memory, for windows that nobody looks at. It picks a free number by itself.
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const fail = () => reject(new PlainFailure('The virtual display (Xvfb) did not start.'))
    server.on('error', fail).on('exit', fail)
    const answer = server.stdio[3]
    if (answer === null || answer === undefined)
      throw new Error('Xvfb was started without the pipe that it answers on')
    answer.once('data', number => {
      resolve({ display: `:${String(number).trim()}`, stop: () => void server.kill() })
    })
  })
}
