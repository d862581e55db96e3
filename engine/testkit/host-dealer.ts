/** A terminal that a host may take for its own: it has the pairing key, and is closed after the test. */
import { onTestFinished } from 'vitest'
import type { Hello } from '../contracts/wire/index.ts'
import type { Host } from '../host/index.ts'
import { parsePairingKey } from '../wire/index.ts'
import { DealerTerminal } from './dealer-terminal.ts'
import { ProtocolPeer } from './protocol-peer.ts'

export function pairingKeyOf(host: Host): Uint8Array {
  const parsed = parsePairingKey(host.ready().pairingKey)
  if (parsed.is === 'refused') throw new Error(parsed.text)
  return parsed.key
}

/** Not linked yet. */
export function dealerOf(host: Host, hello: Partial<Hello> = {}, key = pairingKeyOf(host)): DealerTerminal {
  const dealer = new DealerTerminal(host.ready().port, new ProtocolPeer(key, hello))
  onTestFinished(() => dealer.close())
  return dealer
}
