import { keyframes, style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const message = style({
  flex: 1,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.space.tight,
  padding: theme.space.medium,
  textAlign: 'center',
})

const sweep = keyframes({ from: { transform: 'rotate(0)' }, to: { transform: 'rotate(360deg)' } })

const sign = style({
  width: '1.5rem',
  height: '1.5rem',
  marginBottom: theme.space.tight,
  border: `1px solid ${theme.colour.goldLine}`,
  borderRadius: theme.radius.pill,
})

export const tone = styleVariants({
  empty: [
    sign,
    { boxShadow: `inset 0 0 0 0.375rem ${theme.colour.panel}, inset 0 0 0 1rem ${theme.colour.goldWash}` },
  ],
  loading: [
    sign,
    {
      background: `conic-gradient(${theme.colour.gold}, transparent 35%)`,
      animation: `${sweep} 2.4s linear infinite`,
    },
  ],
  error: [sign, { borderColor: theme.colour.fault, background: theme.colour.faultWash }],
})

export const text = style({
  color: theme.colour.ink,
  fontSize: theme.size.body,
  fontWeight: 500,
  textWrap: 'balance',
})
export const next = style({
  color: theme.colour.inkFaint,
  fontSize: theme.size.small,
  maxWidth: '34rem',
  textWrap: 'balance',
})
