import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const panel = style({ flex: '1 1 12rem', minHeight: '12rem' })
export const pages = style({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: theme.space.small,
  padding: `${theme.space.tight} ${theme.space.medium} ${theme.space.small}`,
  borderTop: `1px solid ${theme.colour.line}`,
})
