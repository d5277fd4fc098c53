import type { Format } from '../format'

/** Words around every page: masthead, footer, appearance, pages of a list, forms. */
export const page = ({ number }: Format<'en'>) => ({
	skip: 'Skip to the content',
	search: 'Search',
	sections: 'Sections',
	atTheFoot: 'At the foot of the page',
	follow: 'Follow',
	corrections: 'Corrections',
	backToTop: 'Back to the top',
	elsewhere: 'Elsewhere',
	elsewhereOf: (name: string) => `${name} elsewhere`,
	signIn: 'Sign in',
	account: 'Your account',
	appearance: 'Appearance',
	colours: 'Colours',
	textSize: 'Size of type',
	asItIs: 'As it is',
	inUse: 'now',
	apply: 'Apply',
	themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
	sizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
	previousPage: 'Previous page',
	nextPage: 'Next page',
	pageOf: (current: number, pages: number) => `Page ${number(current)} of ${number(pages)}`,
	/** Title of a later page of a list. */
	titleOfPage: (title: string, current: number) => `${title}, page ${number(current)}`,
	/** Description of the site for search engines. */
	latestFrom: (siteName: string) => `The latest stories from ${siteName}.`,
	/** In place of a picture for clients that save data; the size is null if it is unknown. */
	loadPicture: (kilobytes: number | null) =>
		kilobytes === null ? 'Load the picture' : `Load the picture (${number(kilobytes)} kB)`,
	closeAd: 'Close',
	weekdayBefore: (weekday: string) => `${weekday}, `,
})
export type PageMessages = ReturnType<typeof page>
