/** Connections of a peer that is friendly, odd, broken or hostile, cut into pieces anywhere. */
import type { Chance } from './chance.ts'
import { mutated } from './mutate.ts'
import { commandFrame, frame, greeting, property } from './zmtp-oracle.ts'

const PROPERTIES = ['Identity', 'Resource', 'X-Zero', 'SOCKET-TYPE']

function ready(chance: Chance): Buffer {
  const type = chance.isOnceIn(12) ? chance.pick(['PUB', 'DEALER', '']) : 'ROUTER'
  const others = chance.list(3, () =>
    property(chance.pick(PROPERTIES), chance.isOnceIn(2) ? 'ROUTER' : 'x'.repeat(chance.below(300))),
  )
  return commandFrame('READY', property('Socket-Type', type), ...others)
}

/** Mostly small; now and then around the length of a long frame, rarely large. */
function body(chance: Chance): Buffer {
  if (chance.isOnceIn(150)) return Buffer.alloc(chance.below(70_000), 0x61)
  return chance.isOnceIn(8) ? Buffer.alloc(250 + chance.below(12), 0x62) : chance.bytes(40)
}

/** Rarely more than the EA keeps answers for. */
function pings(chance: Chance): Buffer {
  const length = chance.isOnceIn(20) ? 12_000 : chance.below(20)
  return Buffer.concat(Array.from({ length }, () => commandFrame('PING', Buffer.from([0, 1]))))
}

function message(chance: Chance): Buffer {
  const count = chance.isOnceIn(6) ? chance.below(6) : 3
  const parts = Array.from({ length: count }, (_, at) =>
    frame((at < count - 1 ? 1 : 0) | (chance.isOnceIn(8) ? 2 : 0), body(chance)),
  )
  return Buffer.concat(parts)
}

function command(chance: Chance): Buffer {
  return chance.pick([
    () => commandFrame('PING', Buffer.from([0, 10]), chance.bytes(18)),
    () => pings(chance),
    () => commandFrame('PONG', chance.bytes(4)),
    () => commandFrame(chance.pick(['SUBSCRIBE', 'JOIN', 'READY', 'X']), chance.bytes(20)),
    () => commandFrame('ERROR', Buffer.from([3]), Buffer.from('bad')),
    () => frame(4, chance.bytes(5)),
    () => frame(chance.below(9), chance.bytes(9)),
    () =>
      Buffer.concat([
        Buffer.from([chance.pick([2, 3, 6])]),
        Buffer.alloc(8, chance.pick([0, 1, 0x7f, 0xff])),
      ]),
  ])()
}

export function zmtpCase(chance: Chance): Buffer {
  const parts = [
    greeting(),
    ready(chance),
    ...chance.list(6, () => (chance.isOnceIn(4) ? command(chance) : message(chance))),
  ]
  if (chance.isOnceIn(10)) parts.splice(chance.below(parts.length), 1)
  const stream = Buffer.concat(parts)
  return chance.isOnceIn(3) ? mutated(stream, chance) : stream
}

/** Whole, byte by byte, or in pieces of any size. */
export function pieces(stream: Buffer, chance: Chance): Buffer[] {
  const way = chance.below(3)
  if (way === 0 || stream.length > 100_000) return [stream]
  const cut: Buffer[] = []
  for (let at = 0; at < stream.length;) {
    const size = way === 1 && stream.length < 2_000 ? 1 : 1 + chance.below(at < 70 ? 30 : 3_000)
    cut.push(stream.subarray(at, at + size))
    at += size
  }
  return cut
}
