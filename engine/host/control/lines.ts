import type { Socket } from 'node:net'

const NEWLINE = 0x0a

/** Whole lines as they come in; null for one over `mostBytes`, which is the last. While nobody asks for more, nothing is taken. */
export async function* linesOf(socket: Socket, mostBytes: number): AsyncGenerator<string | null, void> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      if (end > mostBytes) break
      yield rest.toString('utf8', 0, end)
      rest = rest.subarray(end + 1)
    }
    if (rest.length > mostBytes) {
      yield null
      return
    }
  }
}
