import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const form = style({ display: 'flex', flexDirection: 'column', gap: theme.space.medium })
export const field = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })

const box = style({
  width: '100%',
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  color: theme.colour.ink,
  fontFamily: theme.font.words,
  fontSize: theme.size.body,
  lineHeight: 1.5,
  selectors: {
    '&::placeholder': { color: theme.colour.inkFaint },
    '&:focus': { borderColor: theme.colour.gold },
  },
})
export const line = style([box])
export const area = style([box, { minHeight: '7.5rem', resize: 'vertical' }])

export const marks = style({ display: 'flex', flexDirection: 'column', gap: theme.space.tight })
export const choices = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.tight })
export const foot = style({ display: 'flex', justifyContent: 'flex-end', gap: theme.space.small })

export const plan = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.small,
  padding: theme.space.medium,
  border: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.goldWash,
})
export const planWords = style({ fontWeight: 500 })
export const planHint = style({ fontSize: theme.size.small, color: theme.colour.inkDim })
export const planKeys = style({ display: 'flex', gap: theme.space.tight })
