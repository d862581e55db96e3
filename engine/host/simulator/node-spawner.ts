import { fork } from 'node:child_process'
import type { ProcessSpawner } from '../../ports/process-spawner.ts'

/** As much of a child's error output as is worth a line in the log. */
const LAST_WORDS = 4_000

/** Children of plain Node. What they print reaches the log and not the person. */
export const nodeSpawner: ProcessSpawner = {
  spawn(file, listener) {
    const child = fork(file, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let lastWords = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-LAST_WORDS)
    })
    child.on('message', message => listener.message(message))
    // `close` comes after the last of its output; `error` in its place when it could not be started at all.
    child.on('close', code => listener.exited(code, lastWords))
    child.on('error', error => child.pid === undefined && listener.exited(null, error.message))
    return {
      send: message => void (child.connected && child.send(message as object)),
      kill: () => void child.kill('SIGKILL'),
    }
  },
}
