import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SHEETS = ['app', 'components'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.css'))
		.map((name) => join(folder, name)),
)

test('style sheets do not use content-visibility', () => {
	expect(SHEETS.length).toBeGreaterThan(20)
	for (const sheet of SHEETS) expect(readFileSync(sheet, 'utf8'), sheet).not.toMatch(/content-visibility/)
})

test('the star rating does not use :has()', () => {
	expect(readFileSync('components/ratings/rating.css', 'utf8')).not.toContain(':has(')
})

test('font ranges in tokens.css equal those of the font script', () => {
	const script = readFileSync('scripts/fonts/newsreader.py', 'utf8')
	const tokens = readFileSync('app/tokens.css', 'utf8')
	const inTokens = [...tokens.matchAll(/unicode-range:([^;]*);/g)].map(([, text = '']) => rangesIn(text))
	const inScript = [...script.matchAll(/^[A-Z]+ = (\([^)]*U\+[^)]*\)|'U\+.*')$/gm)].map(([, text = '']) =>
		rangesIn(text),
	)
	expect(inTokens.length).toBe(3)
	expect(inTokens).toEqual(inScript)
})

const rangesIn = (text: string): string[] => text.match(/U\+[\dA-F-]+/g) ?? []
