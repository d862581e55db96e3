import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { plate } from '../../../ui/dialog-body.css.ts'

export const bounds = style([
  plate,
  { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: theme.space.large },
])
