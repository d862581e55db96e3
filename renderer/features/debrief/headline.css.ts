import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ flex: 'none' })
export const rows = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const others = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
  gap: `${theme.space.small} ${theme.space.medium}`,
  marginTop: theme.space.medium,
  paddingTop: theme.space.small,
  borderTop: `1px solid ${theme.colour.line}`,
})
