/** The line to the process that started this one. */
export interface ParentChannel<Message extends object> {
  tell(message: Message): void
  /** Lets this process end: nothing is told or heard any more. */
  close(): void
}

export type ParentListener = Readonly<{
  message(value: unknown): void
  /** The parent has gone. */
  closed(): void
}>

/** What Electron gives a utility process; its own types are not for this zone. */
type ElectronPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const electronPort = (process as { parentPort?: ElectronPort }).parentPort

/** Null when nobody started this process with a channel. */
export function openParentChannel<Message extends object>(
  listener: ParentListener,
): ParentChannel<Message> | null {
  if (electronPort) return overElectron(electronPort, listener)
  return process.send ? overNode(listener) : null
}

/**
 * Electron ends its utility processes itself when it ends. This one leaves a turn later: zeromq.js aborts a process that
 * exits in the turn in which a socket was closed.
 */
function overElectron<Message extends object>(
  port: ElectronPort,
  listener: ParentListener,
): ParentChannel<Message> {
  port.on('message', ({ data }) => listener.message(data))
  return {
    tell: message => port.postMessage(message),
    close: () => void setImmediate(() => process.exit()),
  }
}

function overNode<Message extends object>(listener: ParentListener): ParentChannel<Message> {
  let untold = 0
  let isClosing = false
  const disconnect = () => {
    if (isClosing && untold === 0 && process.connected) process.disconnect()
  }
  const told = () => {
    untold--
    disconnect()
  }
  // Ctrl-C reaches parent and child alike; the parent then asks for an end in order.
  process.on('SIGINT', () => undefined)
  process.on('message', value => listener.message(value))
  process.on('disconnect', () => !isClosing && listener.closed())
  return {
    tell(message) {
      if (!process.connected) return
      untold++
      process.send?.(message, undefined, undefined, told)
    },
    close() {
      isClosing = true
      disconnect()
    },
  }
}
