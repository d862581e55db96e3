/** The socket that a running desk listens on for its own user: a Unix socket, or a named pipe on Windows. */
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { hasCode, systemReason } from '../data-folder/refusal.ts'
import { serveCaller, type CallerOptions } from './caller.ts'
import { hangDoor, prepareAddress, takeDoorAway } from './door.ts'

export type ChannelOptions = Omit<CallerOptions, 'token'> & Readonly<{ dataFolder: string }>

export type ControlChannel = Readonly<{ is: 'open'; address: string; close(): Promise<void> }>
/** `taken`: a living desk listens there. `failed`: this computer does not let us. */
export type NoChannel = Readonly<{ is: 'taken'; text: string }> | Readonly<{ is: 'failed'; text: string }>

const SOCKET_RIGHTS = 0o600
const MOST_CALLERS = 256
/** A living desk accepts at once; nobody else may keep us waiting. */
const PROBE_MS = 1_000

export async function openControlChannel(options: ChannelOptions): Promise<ControlChannel | NoChannel> {
  const { dataFolder } = options
  try {
    const address = prepareAddress(dataFolder)
    if (await isAnswered(address)) return taken(address)
    if (!isPipe(address)) rmSync(address, { force: true })
    return await listenAt(address, options)
  } catch (error) {
    const text = `The control channel can't be opened: ${systemReason(error)}. Commands such as bitten flatten do not reach this desk.`
    return { is: 'failed', text }
  }
}

async function listenAt(address: string, options: ChannelOptions): Promise<ControlChannel> {
  const callers = new Set<Socket>()
  const server = createServer()
  await listening(server, address)
  if (!isPipe(address)) chmodSync(address, SOCKET_RIGHTS)
  const { token } = hangDoor(options.dataFolder, address)
  server.maxConnections = MOST_CALLERS
  server.on('connection', socket => {
    callers.add(socket)
    socket.once('close', () => callers.delete(socket))
    void serveCaller(socket, { ...options, token })
  })
  server.on('error', error => options.log.write('warn', 'a caller could not be taken', { error }))
  return { is: 'open', address, close: () => close(server, callers, options.dataFolder) }
}

async function close(server: Server, callers: ReadonlySet<Socket>, dataFolder: string): Promise<void> {
  takeDoorAway(dataFolder)
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  for (const socket of callers) socket.destroy()
  await closed
}

function listening(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What connecting to a socket says when nobody listens there any more. All else, such as a crowd, means a living one. */
const DEAD = ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK']

function isAnswered(address: string): Promise<boolean> {
  if (!isPipe(address) && !existsSync(address)) return Promise.resolve(false)
  return new Promise(resolve => {
    const socket = connect(address)
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(PROBE_MS, () => end(true))
    socket.once('connect', () => end(true))
    socket.once('error', error => end(!DEAD.some(code => hasCode(error, code))))
  })
}

const isPipe = (address: string): boolean => address.startsWith('\\\\.\\pipe\\')

const taken = (address: string): NoChannel => ({
  is: 'taken',
  text: `A running BITTEN answers at ${address}, though it has no lock on this data folder: close it first.`,
})
