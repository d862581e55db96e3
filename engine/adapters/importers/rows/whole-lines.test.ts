import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPart } from '../../../testkit/file-parts.ts'
import { wholeLines } from './whole-lines.ts'

async function blocksOf(text: string | Uint8Array, pieceBytes: number): Promise<Buffer[]> {
  const blocks: Buffer[] = []
  for await (const block of wholeLines(aPart(text, pieceBytes).chunks())) blocks.push(block)
  return blocks
}

describe('whole lines', () => {
  it('lose no byte and cut no row, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 12 })),
        fc.integer({ min: 1, max: 30 }),
        async (rows, piece) => {
          const bytes = Buffer.from(rows.join('\n'))

          const blocks = await blocksOf(bytes, piece)

          expect(Buffer.concat(blocks)).toEqual(bytes)
          for (const block of blocks.slice(0, -1)) expect(block.at(-1)).toBe(10)
        },
      ),
    )
  })

  it('leave a byte order mark out', async () => {
    expect(Buffer.concat(await blocksOf('\ufeff1,2\n', 4096)).toString()).toBe('1,2\n')
  })

  it('cut what goes on for a megabyte without a line end', async () => {
    const blocks = await blocksOf('x'.repeat(3_000_000), 65_536)

    expect(blocks.length).toBeGreaterThan(1)
    expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBe(3_000_000)
  })
})
