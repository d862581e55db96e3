import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ flex: 'none' })
export const rows = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })
export const others = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
  gap: theme.space.small,
  marginTop: theme.space.small,
  paddingTop: theme.space.small,
  borderTop: `1px solid ${theme.colour.line}`,
})
