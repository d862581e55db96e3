import type { HostOptions } from '../../engine/host/index.ts'

type Spawn = HostOptions['spawner']['spawn']

/** What is used of a utility process of Electron's. */
export interface UtilityChild {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'error', listener: (type: 'FatalError', location: string) => void): unknown
  once(event: 'spawn', listener: () => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
  postMessage(message: unknown): void
}

export function childLink(child: UtilityChild, listener: Parameters<Spawn>[1]): ReturnType<Spawn> {
  let lastWords = ''
  child.on('message', message => listener.message(message))
  // Its exit comes after it; without a listener it would end the whole app.
  child.on('error', (type, location) => (lastWords = `${type} at ${location}`))
  child.once('exit', code => listener.exited(code, lastWords))
  return {
    send: message => child.postMessage(message),
    // What is only being started can't be ended yet.
    kill: () => {
      if (!child.kill()) child.once('spawn', () => child.kill())
    },
  }
}
