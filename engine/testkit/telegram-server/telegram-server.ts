import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { CallHandler } from './call-handler.ts'
import { Faults } from './faults.ts'
import { readBody } from './http/request-body.ts'
import { Journal } from './journal.ts'
import { errorBody, Refusal } from './refusal.ts'
import { BotAccount } from './state/bot-account.ts'

/**
 * A Bot API server on this computer, for tests: https://core.telegram.org/bots/api. A bot talks to it over real HTTP; people
 * are played by `PersonInChat`. Nothing goes out to any network, and nothing is kept when it is closed.
 */
export class TelegramServer {
  readonly url: string
  readonly faults: Faults
  readonly journal: Journal
  readonly #server: Server
  readonly #bots: BotAccount[]
  readonly #sockets = new Set<Socket>()
  readonly #handler: CallHandler
  readonly #now: () => number
  #isDown = false

  private constructor(server: Server, now: () => number) {
    this.#server = server
    this.#now = now
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    this.faults = new Faults()
    this.journal = new Journal()
    this.#bots = []
    this.#handler = new CallHandler(this.#bots, this.faults, this.journal, now)
    server.on('connection', socket => this.#admit(socket))
    server.on('request', (request, response) => void this.#serve(request, response))
  }

  /** `now` is the clock of message dates and of the rate limits, ms. */
  static async start({ now = Date.now }: { now?: () => number } = {}): Promise<TelegramServer> {
    // A server that hangs up on an idle connection would meet a call that is just being written.
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TelegramServer(server, now)
  }

  /** What BotFather's /newbot does. */
  addBot(username: string): BotAccount {
    const bot = new BotAccount(7_000_000_001 + this.#bots.length, username, this.#now)
    this.#bots.push(bot)
    return bot
  }

  /**
   * The machine goes away: every connection is cut, and each new one at once. The port stays taken, because a client that
   * knocks at a free port of its own computer may end up talking to itself.
   */
  goDown(): void {
    this.#isDown = true
    this.cutConnections()
  }

  /** It is back, with everything that was written and every update that was not confirmed. */
  comeBack(): void {
    this.#isDown = false
  }

  cutConnections(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.goDown()
    const closed = once(this.#server, 'close')
    this.#server.close()
    await closed
  }

  #admit(socket: Socket): void {
    if (this.#isDown) {
      socket.destroy()
      return
    }
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    try {
      const body = await readBody(request)
      const reply = await this.#handler.handle(request, body, gone.signal)
      if (reply === 'cut' || gone.signal.aborted) {
        response.destroy()
        return
      }
      response.writeHead(reply.status, reply.headers).end(reply.body)
    } catch (problem: unknown) {
      if (gone.signal.aborted) return
      const refusal =
        problem instanceof Refusal ? problem : new Refusal(500, `Internal Server Error: ${String(problem)}`)
      response.writeHead(refusal.code, { 'content-type': 'application/json' })
      response.end(JSON.stringify(errorBody(refusal)))
    }
  }
}
