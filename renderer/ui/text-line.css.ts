/** A line that text is typed into. */
import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const textLine = style({
  minWidth: 0,
  minHeight: '1.875rem',
  padding: `0 ${theme.space.small}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  fontSize: theme.size.body,
  selectors: { '&::placeholder': { color: theme.colour.inkFaint } },
})
