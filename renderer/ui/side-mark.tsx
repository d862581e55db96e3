import type { Side } from '../../engine/contracts/primitives.ts'
import { sideWords } from '../copy/words.ts'
import { Chip } from './chip.tsx'
import { SideArrow } from './glyphs.tsx'

/** Long or short: an arrow, a word and a colour. */
export function SideMark({ side }: Readonly<{ side: Side }>) {
  return (
    <Chip is={side === 'buy' ? 'long' : 'short'}>
      <SideArrow side={side} />
      {sideWords[side]}
    </Chip>
  )
}
