import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('writes keys in order, without white space, and leaves undefined out', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'é\n', gone: undefined })).toBe(
      '{"a":"é\\n","b":[1,{"c":true,"d":null}]}',
    )
  })

  it('writes the same bytes whatever order the keys were made in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  it('is read back by JSON.parse as the value that it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('x'), () => 0])('throws on %s', value => {
    expect(() => canonicalJson({ value })).toThrow('JSON has no word')
  })
})
