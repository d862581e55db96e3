import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { NoticeLine } from './notice-line.ts'

it('tells errors silently, at most one a minute, and how many it did not', () => {
  let nowMs = 0
  const line = new NoticeLine(() => nowMs)
  const take = (level: 'info' | 'warn' | 'error', text: string) =>
    line.take({ atMs: EpochMs.parse(nowMs), level, text })
  expect(take('warn', 'x')).toBeNull()
  expect(take('error', 'The <engine> died.')).toMatchObject({
    isSilent: true,
    html: { text: '<b>The desk says:</b> The &lt;engine&gt; died.' },
  })
  nowMs = 59_999
  expect([take('error', 'a'), take('error', 'b')]).toEqual([null, null])
  nowMs = 60_000
  expect(take('error', 'c')?.html.text).toMatch(/c\n.*2 more came/)
})
