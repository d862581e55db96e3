import { fork } from 'node:child_process'
import type { ProcessSpawner } from '../../ports/process-spawner.ts'

/** Children of plain Node. They inherit no environment secrets that we hold, for we hold none there. */
export const nodeSpawner: ProcessSpawner = {
  spawn(file, listener) {
    const child = fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'json' })
    let over = false
    const exited = (code: number | null) => {
      if (over) return
      over = true
      listener.exited(code)
    }
    child.on('message', message => listener.message(message))
    child.on('exit', exited)
    // The program could not be started, or a message could not be delivered: `exit` may never come.
    child.on('error', () => child.exitCode === null && child.pid === undefined && exited(null))
    return {
      send: message => void (child.connected && child.send(message as object)),
      kill: () => void child.kill('SIGKILL'),
    }
  },
}
