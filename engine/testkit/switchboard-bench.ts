import { EpochMs, TerminalId } from '../contracts/primitives.ts'
import type { Header } from '../contracts/wire/index.ts'
import { Switchboard, type LinkListener } from '../host/terminal-link/switchboard.ts'
import { newPairingKey, type Frames } from '../wire/index.ts'
import { bodyOf, opened, ProtocolPeer } from './protocol-peer.ts'

export const KEY = newPairingKey()
export const ONE = TerminalId.parse('terminal-1')
export const BEAT_MS = 1_000
export const A_BEAT = { marketMs: EpochMs.parse(5), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: null, queued: 0, unacked: 0 } // prettier-ignore

/** A switchboard with a clock to turn, and everything that it said. */
export class SwitchboardBench {
  nowMs = 1_000_000
  readonly told: string[] = []
  readonly frames: { terminal: TerminalId; header: Header; body: Uint8Array }[] = []
  readonly out: { to: string; frames: Frames }[] = []
  readonly board: Switchboard
  #fresh = 0

  constructor() {
    const listener: LinkListener = {
      terminalUp: (terminal, session) => this.told.push(`up ${terminal} ${session}`),
      terminalDown: (terminal, reason) => this.told.push(`down ${terminal}: ${reason}`),
      frame: (terminal, header, body) => this.frames.push({ terminal, header, body }),
      faulted: (terminal, code, _text, count) =>
        this.told.push(`fault ${terminal ?? 'stranger'} ${code} ${count}`),
    }
    this.board = new Switchboard({
      pairingKey: KEY,
      version: '0.1.0',
      beatMs: BEAT_MS,
      now: () => EpochMs.parse(this.nowMs),
      newNonce: () => 'ab'.repeat(16),
      newSession: () => `session-${(this.#fresh += 1)}`,
      out: (to, frames) => this.out.push({ to, frames }),
      listener,
    })
  }

  last(): Frames {
    const last = this.out.at(-1)
    if (!last) throw new Error('nothing was said')
    return last.frames
  }

  /** Type and acknowledged number of everything that was said to a connection. */
  saidTo(to: string): string[] {
    return this.out
      .filter(said => said.to === to)
      .map(({ frames }) => opened(frames).header)
      .map(({ t, n, a }) => `${t} ${n} a${a}`)
  }

  refusal() {
    return bodyOf('refuse', opened(this.last()))
  }

  link(to: string, peer = new ProtocolPeer(KEY)): ProtocolPeer {
    this.board.receive(to, peer.hello())
    this.board.receive(to, peer.prove(this.last()))
    peer.welcomed(this.last())
    return peer
  }
}
