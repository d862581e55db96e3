import path from 'node:path'
import { utilityProcess } from 'electron'
import type { HostOptions } from '../../engine/host/index.ts'

/** Child programs as Electron's utility processes: they need no second Node, and end with the app. */
export const utilitySpawner: HostOptions['spawner'] = {
  spawn(file, listener) {
    const child = utilityProcess.fork(file, [], {
      stdio: 'inherit',
      serviceName: `BITTEN ${path.parse(file).name}`,
    })
    child.on('message', message => listener.message(message))
    child.once('exit', code => listener.exited(code))
    return {
      send: message => child.postMessage(message),
      // What is only being started can't be ended yet.
      kill: () => {
        if (!child.kill()) child.once('spawn', () => child.kill())
      },
    }
  },
}
