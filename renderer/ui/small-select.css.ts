/** A short list to choose from, in the line of filters above a table. */
import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const smallSelect = style({
  height: '1.75rem',
  padding: `0 ${theme.space.tight}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  color: theme.colour.ink,
  font: 'inherit',
  fontSize: theme.size.small,
})
