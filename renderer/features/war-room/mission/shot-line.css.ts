import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Of the shot and of the order that would wait, so that their figures begin in one line. */
export const FIRST_COLUMN = '6.75rem'

const box = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
})

export const shot = style([
  box,
  {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `${theme.space.tight} ${theme.space.medium}`,
  },
])
export const name = style({ flexBasis: FIRST_COLUMN })
export const part = style({ color: theme.colour.inkDim, fontSize: theme.size.small, whiteSpace: 'nowrap' })

export const value = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.large,
  fontWeight: 600,
  lineHeight: 1.1,
  color: theme.colour.ink,
})
export const risk = style([value, { color: theme.colour.short }])
export const reward = style([value, { color: theme.colour.long }])
export const share = style({ marginLeft: theme.space.small, color: theme.colour.inkFaint })

export const denied = style([
  box,
  {
    borderColor: theme.colour.warn,
    color: theme.colour.warn,
    background: theme.colour.warnWash,
    fontSize: theme.size.small,
  },
])
