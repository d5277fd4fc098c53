import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtStylesheets } from './stylesheets'

let folder = ''

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-styles-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('style sheets with a bundle are replaced by it, others are kept', () => {
	writeFileSync(
		join(folder, 'stylesheets.json'),
		JSON.stringify({ '/_next/a.css /_next/b.css': '/_next/ab.css' }),
	)
	const bundled = builtStylesheets(folder)
	expect(bundled(['/_next/a.css?dpl=1', '/_next/b.css'])).toEqual(['/_next/ab.css'])
	for (const paths of [[], ['/_next/a.css'], ['/_next/b.css', '/_next/a.css'], ['toString']])
		expect(bundled(paths)).toEqual(paths)
})

test('without a manifest all style sheets are kept', () => {
	expect(builtStylesheets(join(folder, 'nothing'))(['/_next/a.css'])).toEqual(['/_next/a.css'])
})
