import { Router } from 'zeromq'
import { LIMITS } from '../../contracts/wire/index.ts'

/** Ports after the wished one that are tried. */
const TRIES = 20
/** Messages that may wait for one terminal, or from one, before the other side feels it. */
const HIGH_WATER_MARK = 2_000

/**
 * Not 0: libzmq 4.3.5 aborts the process (session_base.cpp:233) when a socket closes without lingering while a message
 * of several frames is half sent and its peer disconnects at that moment.
 */
const LINGER_MS = 250

/** `mandatory` and a send timeout of 0: a send fails at once and says why, instead of waiting or vanishing. */
const newRouter = () =>
  new Router({
    linger: LINGER_MS,
    mandatory: true,
    handover: false,
    sendTimeout: 0,
    sendHighWaterMark: HIGH_WATER_MARK,
    receiveHighWaterMark: HIGH_WATER_MARK,
    // Four times what is allowed: a body over the limit is still read, so that its sender can be told.
    maxMessageSize: 4 * LIMITS.bodyBytes,
  })

export type Bound = Readonly<{ is: 'bound'; socket: Router; port: number }>
export type NotBound = Readonly<{ is: 'refused'; code: 'PORT'; text: string }>

/** Binds to loopback only: on the wished port, or the next free one after it; 0 takes any. */
export async function bindRouter(wished: number): Promise<Bound | NotBound> {
  const last = wished === 0 ? 0 : Math.min(wished + TRIES, 65_535)
  for (let port = wished; port <= last; port += 1) {
    const socket = newRouter()
    try {
      await socket.bind(`tcp://127.0.0.1:${port === 0 ? '*' : port}`)
      return { is: 'bound', socket, port: portOf(socket.lastEndpoint) }
    } catch (error) {
      socket.close()
      if (!isTaken(error)) return refused(`Port ${port} can't be opened on 127.0.0.1: ${messageOf(error)}.`)
    }
  }
  return refused(`Ports ${wished} to ${last} are in use or not allowed: set another "port" in settings.json.`)
}

/** On Windows a port that is reserved or taken exclusively answers with EACCES. */
const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const refused = (text: string): NotBound => ({ is: 'refused', code: 'PORT', text })

function portOf(endpoint: string | null): number {
  const port = Number(endpoint?.split(':').at(-1))
  if (!Number.isInteger(port)) throw new Error(`the socket is bound to no port: ${endpoint}`)
  return port
}
