import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { FIRST_COLUMN } from './shot-line.css.ts'

/** Under the shot and without its frame: the second thing to see. */
export const line = style({
  display: 'grid',
  gridTemplateColumns: `minmax(${FIRST_COLUMN}, auto) minmax(0, 1fr)`,
  alignItems: 'center',
  columnGap: theme.space.medium,
  // As far in as the shot above, whose frame is a pixel wide.
  padding: `0 calc(${theme.space.medium} + 1px)`,
  fontSize: theme.size.small,
  lineHeight: 1.35,
  color: theme.colour.inkDim,
})

export const action = style({ display: 'flex', flexDirection: 'column', gap: theme.space.hair })
export const released = style({ fontSize: theme.size.tiny, color: theme.colour.inkFaint })

export const terms = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: theme.space.medium,
  whiteSpace: 'nowrap',
})
export const value = style({
  fontFamily: theme.font.numbers,
  fontVariantNumeric: 'tabular-nums',
  fontWeight: 600,
  color: theme.colour.ink,
})
export const risk = style([value, { color: theme.colour.short }])
export const reward = style([value, { color: theme.colour.long }])
export const share = style([
  value,
  { marginLeft: theme.space.small, fontWeight: 400, color: theme.colour.inkFaint },
])
export const honest = style({ color: theme.colour.inkFaint, textWrap: 'pretty' })
export const reasons = style({ color: theme.colour.inkFaint, textWrap: 'pretty' })
