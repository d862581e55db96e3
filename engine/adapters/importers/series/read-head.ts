import type { FilePart } from '../files/file-part.ts'
import { Unusable } from '../refusal.ts'
import { wholeLines } from '../rows/whole-lines.ts'

/** So much of a file is looked at to tell what it is. */
const HEAD_BYTES = 1 << 16

const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/** The first lines of a part that are not empty. */
export async function readHead(part: FilePart): Promise<readonly string[]> {
  const lines: string[] = []
  let bytes = 0
  try {
    for await (const block of wholeLines(part.chunks())) {
      if (bytes === 0) assertText(block, part.label)
      lines.push(
        ...block
          .subarray(0, HEAD_BYTES - bytes)
          .toString('latin1')
          .split('\n'),
      )
      bytes += block.length
      if (bytes >= HEAD_BYTES) break
    }
  } catch (cause) {
    throw cause instanceof Unusable ? cause : damaged(part.label, cause)
  }
  const full = bytes > HEAD_BYTES ? lines.slice(0, -1) : lines
  return full.map(line => line.trimEnd()).filter(line => line !== '')
}

function assertText(start: Buffer, label: string): void {
  if (UTF16_MARKS.some(mark => start.subarray(0, 2).equals(mark)))
    throw new Unusable(
      'UNKNOWN_FORMAT',
      `${label} is UTF-16 text. Save it as UTF-8 or plain text and try again`,
    )
}

function damaged(label: string, cause: unknown): Unusable {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new Unusable('DAMAGED_ZIP', `${label} cannot be unpacked: ${why}. Fetch it again`, { cause })
}
