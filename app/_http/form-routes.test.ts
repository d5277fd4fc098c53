import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORM_ROUTES } from './form-routes'

test('FORM_ROUTES matches exactly the routes that export POST', () => {
	const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
		.filter((name) => /(^|\/)route\.ts$/.test(name))
		.map((name) => ({
			name,
			takes: /export (const|async function|function) POST\b/.test(readFileSync(join('app', name), 'utf8')),
		}))
	expect(routes.filter(({ takes }) => takes).length).toBeGreaterThan(5)
	for (const { name, takes } of routes) {
		const path = `/${name
			.replace(/\/?route\.ts$/, '')
			.replace(/\([^)]+\)\//g, '')
			.replace(/\[[^\]]+\]/g, 'a')}`
		expect(
			FORM_ROUTES.some((form) => form.test(path)),
			path,
		).toBe(takes)
	}
})
