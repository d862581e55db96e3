import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ flex: '0 0 auto' })
export const groups = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium}`,
})
export const challenge = style({
  display: 'flex',
  alignItems: 'flex-start',
  gap: theme.space.small,
  padding: `${theme.space.tight} 0`,
})
export const words = style({ flex: 1, minWidth: 0, lineHeight: 1.3 })

const sign_ = style({
  flex: 'none',
  width: '1.125rem',
  height: '1.125rem',
  fill: 'none',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
})
export const sign = styleVariants({
  open: [sign_, { stroke: theme.colour.inkFaint }],
  kept: [sign_, { stroke: theme.colour.long }],
  met: [sign_, { stroke: theme.colour.goldBright }],
  missed: [sign_, { stroke: theme.colour.short }],
})

export const text = styleVariants({
  open: { color: theme.colour.ink },
  missed: { color: theme.colour.inkFaint },
})
const state_ = style({ fontSize: theme.size.tiny })
export const state = styleVariants({
  open: [state_, { color: theme.colour.inkFaint }],
  kept: [state_, { color: theme.colour.long }],
  met: [state_, { color: theme.colour.gold }],
  missed: [state_, { color: theme.colour.short }],
})
export const xp = style({
  fontSize: theme.size.tiny,
  color: theme.colour.goldDim,
  paddingTop: theme.space.hair,
})
