import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: '1 1 9rem', minHeight: '8.5rem' })
export const list = style({ flex: 1, minHeight: 0, overflowY: 'auto' })
export const entry = style({
  display: 'grid',
  gridTemplateColumns: 'auto auto 1fr',
  columnGap: theme.space.small,
  alignItems: 'baseline',
  padding: `${theme.space.tight} ${theme.space.medium}`,
  fontSize: theme.size.small,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})
export const time = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
})
export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 600,
  letterSpacing: '0.04em',
})
export const setup = style({ color: theme.colour.inkDim })
export const reasons = style({ gridColumn: '1 / -1', color: theme.colour.inkFaint, textWrap: 'pretty' })

export const calendar = style({
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})
export const noCalendar = style([calendar, { color: theme.colour.warn }])
