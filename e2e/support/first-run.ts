import type { Page } from '@playwright/test'
import { write } from '@/db'
import { settings } from '@/db/schema'
import { FIRST_RUN_STEPS } from '@/domain/first-run'
import { signIn } from './test'

export const FIRST_RUN_PATHS = [
	'/desk/start',
	...[...FIRST_RUN_STEPS, 'ready'].map((step) => `/desk/start/${step}`),
]

/** Opens a page of the first run, which the site under test lacks. */
export const openFirstRun =
	(path: string) =>
	async (page: Page): Promise<void> => {
		const row = { key: 'firstRun', value: { answered: [], dismissed: false } }
		await write(async (tx) => void (await tx.insert(settings).values(row).onConflictDoNothing()))
		await signIn(page, 'owner', path)
	}
