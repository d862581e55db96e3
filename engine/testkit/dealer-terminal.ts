/** A terminal over a real ZeroMQ DEALER: links itself, keeps everything it is told, and can leave without a word. */
import { Dealer } from 'zeromq'
import type { Frames, WireMessage } from '../wire/index.ts'
import { opened, type ProtocolPeer } from './protocol-peer.ts'

/** How long a test waits for the other side before it calls it lost. */
const WAIT_MS = 10_000

export class DealerTerminal {
  readonly peer: ProtocolPeer
  readonly heard: WireMessage[] = []
  readonly #socket: Dealer
  #sent: Promise<void> = Promise.resolve()

  constructor(port: number, peer: ProtocolPeer) {
    this.peer = peer
    // Not 0, for the reason that host/terminal-link/bind.ts gives.
    this.#socket = new Dealer({ linger: 250, receiveTimeout: WAIT_MS })
    this.#socket.connect(`tcp://127.0.0.1:${port}`)
  }

  /** In order, one after the other: a socket takes no second send while the first is on its way. */
  send(parts: Frames | readonly Uint8Array[]): Promise<void> {
    this.#sent = this.#sent.then(() => this.#socket.send([...parts]))
    return this.#sent
  }

  async receive(): Promise<WireMessage> {
    const message = opened(await this.#socket.receive())
    this.heard.push(message)
    return message
  }

  /** The next message of this type; what comes before it is kept in `heard`. */
  async receiveType(type: WireMessage['header']['t']): Promise<WireMessage> {
    for (;;) {
      const message = await this.receive()
      if (message.header.t === type) return message
    }
  }

  /** From hello to welcome; throws the code of a refusal. */
  async link(): Promise<void> {
    await this.send(this.peer.hello())
    const challenge = await this.receive()
    await this.send(this.peer.prove([challenge.headerBytes, challenge.body, challenge.mac]))
    const answer = await this.receive()
    this.peer.welcomed([answer.headerBytes, answer.body, answer.mac])
  }

  close(): void {
    this.#socket.close()
  }
}
