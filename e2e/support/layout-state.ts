import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { signIn } from './test'

/** `file` is the route's page in app/. */
export type State = { name: string; file: string; open: (page: Page) => Promise<void> }

export const at = (path: string, name = path): State => ({ name, file: fileOf(path), open: goTo(path) })
export const asOwner = (path: string): State => ({ name: path, file: fileOf(path), open: goToAsOwner(path) })
export const goTo = (path: string) => async (page: Page) => void (await page.goto(path))
export const goToAsOwner = (path: string) => (page: Page) => signIn(page, 'owner', path)

export const PAGE_FILES = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
	/(^|\/)page\.tsx$/.test(path),
)

/** The page in app/ for a path; of several, the one with the fewest dynamic segments. */
export function fileOf(path: string): string {
	const placeholders = (file: string): number => file.split('[').length
	const [pathname = ''] = path.split('?')
	const [file] = PAGE_FILES.filter((each) => patternOf(each).test(pathname)).sort(
		(one, other) => placeholders(one) - placeholders(other),
	)
	if (!file) throw new Error(`No page in app/ matches ${path}.`)
	return file
}

function patternOf(file: string): RegExp {
	const segments = file.split('/').slice(0, -1)
	const named = segments.filter((segment) => !segment.startsWith('('))
	return new RegExp(`^/${named.map((segment) => segment.replace(/^\[.+\]$/, '[^/]+')).join('/')}$`)
}
