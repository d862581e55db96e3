import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { label } from '../../../theme/type.css.ts'

export const lastTime = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderLeft: `3px solid ${theme.colour.gold}`,
  background: theme.colour.goldWash,
})
export const title = style([label, { color: theme.colour.gold }])
export const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: theme.space.small,
})
export const lesson = style({ flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere', fontWeight: 500 })
export const why = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
