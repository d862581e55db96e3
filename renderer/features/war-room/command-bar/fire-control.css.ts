import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Selector beside the keys where there is room, above them where there isn't. */
const ROOMY = '(min-width: 1600px)'

export const grid = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  '@media': { [ROOMY]: { flexDirection: 'row', alignItems: 'center', gap: theme.space.medium } },
})
export const keys = style({ display: 'flex', gap: theme.space.tight })
export const selector = style({ display: 'flex' })

export const key = style({
  flex: '1 0 auto',
  minHeight: '1.5rem',
  padding: `0 ${theme.space.small}`,
  fontSize: theme.size.small,
  '@media': { [ROOMY]: { minHeight: '1.875rem', fontSize: theme.size.body } },
})
export const position = style([
  key,
  {
    borderRadius: 0,
    selectors: {
      '& + &': { marginLeft: '-1px' },
      '&[aria-checked=true]': { zIndex: 1 },
    },
  },
])
