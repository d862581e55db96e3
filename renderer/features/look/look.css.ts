import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { row } from '../../ui/choices.css.ts'

export const sample = style([
  row,
  { padding: theme.space.medium, border: `1px solid ${theme.colour.line}`, background: theme.colour.inset },
])
export const note = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })
