const NEWLINE = 10
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
/** What is no row of numbers is cut here, so that a file without line ends cannot fill the memory. */
const LONGEST_ROW = 1 << 20

/** The same bytes in blocks that end where a row ends; a byte order mark at the very beginning is left out. */
export async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer | null = null
  for await (const chunk of chunks) {
    const block: Buffer = rest === null ? withoutMark(chunk) : Buffer.concat([rest, chunk])
    const end = block.lastIndexOf(NEWLINE) + 1
    const cut = end === 0 && block.length > LONGEST_ROW ? block.length : end
    if (cut > 0) yield block.subarray(0, cut)
    rest = block.subarray(cut)
  }
  if (rest !== null && rest.length > 0) yield rest
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? chunk.subarray(3) : chunk
}
