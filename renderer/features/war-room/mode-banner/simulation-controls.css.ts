import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const controls = style({ display: 'flex', alignItems: 'center', gap: theme.space.tight })
export const pause = style({ width: '2.25rem', marginRight: theme.space.tight })
export const paused = style({
  color: theme.colour.training,
  fontSize: theme.size.small,
  whiteSpace: 'nowrap',
  '@media': { '(max-width: 1239px)': { display: 'none' } },
})
