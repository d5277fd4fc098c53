import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
	run: (
		options: object,
	) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

/** The rules of axe that depend on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** The violations of all of axe's rules, WCAG's and the best practices; in the dark theme of those about colours. */
export async function axeViolations(page: Page, theme: 'light' | 'dark' = 'light'): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
	const runOnly = theme === 'dark' ? { runOnly: COLOUR_RULES } : {}
	const found = await page.evaluate(
		async (options) => (await (window as unknown as { axe: Axe }).axe.run(options)).violations,
		{ resultTypes: ['violations'], ...runOnly },
	)
	return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}
