import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PUBLIC = [
	'/',
	'/news/seat-decided-by-lot',
	'/sections/economics',
	'/people/mara-ellison',
	'/tags/harbour',
	'/sign-in',
	'/sign-up',
	'/no/such/page',
]
const DESK = [
	'/account',
	'/desk',
	'/desk/stories/new',
	'/desk/stories/1',
	'/desk/stories/1/preview',
	'/desk/photographs',
	'/desk/photographs/1',
	'/desk/comments',
	'/desk/advertisements',
	'/desk/settings',
]

type Axe = {
	run: (
		options: object,
	) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE)
	const found = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: Axe }
		return (await axe.run({ resultTypes: ['violations'] })).violations
	})
	return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`${colorScheme} @scripts`, () => {
		test.use({ colorScheme })

		for (const path of PUBLIC)
			test(`${path} has nothing for axe to say`, async ({ page }) => {
				await page.goto(path)
				expect(await violations(page)).toEqual([])
			})

		for (const path of DESK)
			test(`${path} has nothing for axe to say`, async ({ page }) => {
				await signIn(page, 'owner', path)
				await page.waitForLoadState('networkidle')
				expect(await violations(page)).toEqual([])
			})
	})
}

test.describe('on a narrow phone @scripts', () => {
	test.use({ viewport: { width: 320, height: 640 } })

	for (const path of [...PUBLIC, ...DESK])
		test(`${path} never scrolls sideways`, async ({ page }) => {
			if (DESK.includes(path)) await signIn(page, 'owner', path)
			else await page.goto(path)
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
		})
})
