import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const words = style({ minWidth: 0 })

export const callSign = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 700,
  letterSpacing: '0.06em',
  lineHeight: 1.05,
  textTransform: 'uppercase',
  color: theme.colour.goldBright,
  whiteSpace: 'nowrap',
})

export const xp = style({ width: '9rem', '@media': { '(max-width: 1239px)': { display: 'none' } } })
export const xpLine = style({
  display: 'flex',
  alignItems: 'baseline',
  gap: theme.space.small,
  lineHeight: 1.2,
})
export const xpCount = style({ fontFamily: theme.font.numbers, fontSize: theme.size.body, fontWeight: 500 })
export const practice = style({
  fontSize: theme.size.tiny,
  color: theme.colour.training,
  whiteSpace: 'nowrap',
})
export const goal = style({
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  lineHeight: 1.2,
  whiteSpace: 'nowrap',
})
