import path from 'node:path'
import { utilityProcess } from 'electron'
import type { HostOptions } from '../../engine/host/index.ts'
import { childLink } from './utility-child.ts'

/** Child programs as Electron's utility processes: they need no second Node, and end with the app. */
export const utilitySpawner: HostOptions['spawner'] = {
  spawn(file, listener) {
    const serviceName = `BITTEN ${path.parse(file).name}`
    return childLink(utilityProcess.fork(file, [], { stdio: 'inherit', serviceName }), listener)
  },
}
