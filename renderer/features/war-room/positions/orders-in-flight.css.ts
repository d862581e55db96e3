import { keyframes, style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const frame = style({
  flex: 'none',
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.goldWash,
})

export const row = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  minHeight: '1.75rem',
  minWidth: 0,
})

const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.25 } })

export const sign = style({
  flex: 'none',
  width: '0.5rem',
  height: '0.5rem',
  borderRadius: theme.radius.pill,
  background: theme.colour.gold,
  animation: `${breathe} 1.6s ease-in-out infinite`,
})
export const signUnknown = style([sign, { borderRadius: 0, background: theme.colour.fault }])

export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.04em',
})
export const state = style({ fontWeight: 600, whiteSpace: 'nowrap' })
export const text = style({
  flex: 1,
  minWidth: 0,
  fontSize: theme.size.small,
  lineHeight: 1.25,
  color: theme.colour.inkDim,
})
export const since = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
})
