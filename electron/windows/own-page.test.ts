import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, isOwnPage } from './own-page.ts'

const FOLDER = path.resolve('/srv/out/renderer')

describe('our own pages', () => {
  it('are the files of one folder', () => {
    expect(fileOf(FOLDER, 'app://bitten/index.html')).toBe(path.join(FOLDER, 'index.html'))
    expect(fileOf(FOLDER, 'app://bitten/assets/index-1.js?x=1#y')).toBe(
      path.join(FOLDER, 'assets', 'index-1.js'),
    )
  })

  it.each([
    'app://other/index.html',
    'file:///etc/passwd',
    'https://bitten/index.html',
    'app://bitten/..%2f..%2fsecret.txt',
    'app://bitten/%2e%2e/%2e%2e/secret.txt/..%2f..%2f..',
    'app://bitten/%E0%A4%A',
    'app://bitten/',
    'nonsense',
  ])('never lead to %s', address => {
    expect(fileOf(FOLDER, address)).toBeNull()
  })

  it('are known by scheme and host alone', () => {
    expect(isOwnPage('app://bitten/index.html')).toBe(true)
    expect(isOwnPage('app://bitten.example/index.html')).toBe(false)
    expect(isOwnPage('about:blank')).toBe(false)
  })
})
