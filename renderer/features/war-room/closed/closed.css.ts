import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: '1 1 14rem', minHeight: '11rem' })
export const list = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.small,
})
export const action = style({ display: 'flex', justifyContent: 'flex-end', marginTop: theme.space.tight })
