import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: 'none' })
export const body = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const keys = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.tight })
export const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.small,
})
export const headline = style({ fontSize: theme.size.lead, fontWeight: 600, textWrap: 'pretty' })
export const lines = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  paddingLeft: theme.space.medium,
  borderLeft: `2px solid ${theme.colour.goldLine}`,
  color: theme.colour.inkDim,
})
export const small = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
