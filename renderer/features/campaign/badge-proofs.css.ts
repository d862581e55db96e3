import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const sheet = style({
  display: 'grid',
  gridTemplateColumns: '8rem minmax(0, 1fr)',
  gap: theme.space.wide,
  padding: theme.space.wide,
})
export const medal = style({ height: '9rem' })
export const words = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small, minWidth: 0 })
export const how = style({ fontSize: theme.size.lead })
export const state = style({ color: theme.colour.gold, fontSize: theme.size.small, marginBottom: theme.space.small }) // prettier-ignore
export const none = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const proofs = style({ maxHeight: '18rem', overflowY: 'auto' })
export const proof = style({
  display: 'flex',
  justifyContent: 'space-between',
  gap: theme.space.medium,
  padding: `${theme.space.hair} ${theme.space.tight} ${theme.space.hair} 0`,
  fontSize: theme.size.tiny,
  color: theme.colour.inkDim,
})
export const time = style({
  fontFamily: theme.font.numbers,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})
