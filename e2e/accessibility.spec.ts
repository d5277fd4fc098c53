import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './support/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PUBLIC = [
	'/',
	'/news/seat-decided-by-lot',
	'/sections/economics',
	'/people/mara-ellison',
	'/tags/harbour',
	'/follow',
	'/sign-in',
	'/sign-up',
	'/no/such/page',
]
const DESK = [
	'/account',
	'/desk',
	'/desk/overview',
	'/desk/front-page',
	'/desk/stories/new',
	'/desk/stories/1',
	'/desk/stories/1/preview',
	'/desk/stories/1/history',
	'/desk/stories/1/history/1',
	'/desk/stories/1/history/paragraphs',
	'/desk/photographs',
	'/desk/photographs/1',
	'/desk/comments',
	'/desk/advertisements',
	'/desk/sections',
	'/desk/pages',
	'/desk/settings',
	'/desk/settings/look',
	'/desk/settings/menus',
	'/desk/settings/footer',
	'/desk/settings/machines',
	'/desk/settings/organisation',
	'/desk/settings/stories',
	'/desk/settings/responses',
	'/desk/log',
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

const NARROW = { width: 320, height: 640 }

for (const path of [...PUBLIC, ...DESK])
	test(`${path} has no axe violations @scripts`, async ({ page }) => {
		if (DESK.includes(path)) await signIn(page, 'owner', path)
		else await page.goto(path)
		await page.waitForLoadState('networkidle')
		expect(await page.locator('[class~="undefined"]').count()).toBe(0)
		expect(await page.locator('form[action=""]').count()).toBe(0)
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
			expect(await violations(page)).toEqual([])
		}
		await page.setViewportSize(NARROW)
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
		expect(await violations(page)).toEqual([])
	})

test('axe reports a planted fault @scripts', async ({ page }) => {
	await page.goto('/sign-in')
	await page.waitForLoadState('networkidle')
	await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
	expect((await violations(page)).join()).toContain('image-alt')
})
