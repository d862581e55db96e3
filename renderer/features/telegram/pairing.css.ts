import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { number } from '../../theme/type.css.ts'

export const open = style({
  display: 'grid',
  gridTemplateColumns: '9.5rem minmax(0, 1fr)',
  gap: theme.space.medium,
  alignItems: 'start',
})
export const side = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small, minWidth: 0 })
export const code = style([
  number,
  {
    fontSize: theme.size.title,
    fontWeight: 600,
    letterSpacing: '0.06em',
    lineHeight: 1.1,
    color: theme.colour.goldBright,
    userSelect: 'all',
  },
])
export const clock = style([number, { fontSize: theme.size.large }])
export const late = style([clock, { color: theme.colour.warn }])
export const link = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  overflowWrap: 'anywhere',
  userSelect: 'all',
})
