import type { Locator, Page } from '@playwright/test'
import type { State } from './layout-state'

export const WORDS = 'input[type="text"], input[type="url"], input:not([type]), textarea'

/** Forms with a field for words; searches and filters have method GET. */
export const formsOf = (page: Page): Locator =>
	page.locator('form:not([method="get"])').filter({ has: page.locator(WORDS) })

export const isOfDesk = ({ name, file }: State): boolean =>
	file.startsWith('desk/') && name.startsWith('/desk')

const WITH_WORDS =
	/stories\/(new|1$)|photographs|advertisements(?!\?show)|sections(?!\/1\/merge)|tags\/1|settings(?!\/sign-in)|comments\?.*by=|desk\/(pages|people\/new|profile|demo)$|start(\/name|\/colleague)?$/

/** Whether a state of the desk has a form with words that could be lost. */
export const hasWords = ({ name }: State): boolean => WITH_WORDS.test(name)
