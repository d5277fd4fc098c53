import type { Format } from '../format'

/** The accessibility statement and the form for a message about a barrier. */
export const accessibility = ({ number, plural }: Format<'en'>) => ({
	title: 'Accessibility',
	description: (siteName: string) =>
		`What works at ${siteName} with assistive technology, what does not yet, and how to tell us.`,
	lead: <T>(siteName: T) => [
		siteName,
		' is meant for everybody. This page says what works, what does not yet, and how to tell us of a barrier.',
	],
	reviewed: <T>(day: T) => ['Last reviewed by the newsroom on ', day, '.'],
	notReviewed: 'The newsroom has not reviewed this page yet; it describes the software.',
	standard: 'The standard',
	standardText: <T>(standard: T) => [
		'The pages aim at ',
		standard,
		' at level AA. Each version of the software is checked by machine: every kind of page with axe, in the light and the dark theme and at three widths, and the main tasks by keyboard alone and without JavaScript. A machine finds only a part of all barriers, and nobody from outside has examined this site.',
	],
	ways: 'What helps',
	waysList: [
		'Everything works without JavaScript: reading, voting, rating, commenting and searching.',
		'Everything can be done by keyboard. With JavaScript, the key / leads to the search.',
		'Theme and text size can be chosen at the foot of each page. The pages follow your device’s wishes for contrast and for less motion.',
		'Photographs in stories have a description; a story cannot be published without it.',
	],
	limits: 'Known limits',
	limitsList: [
		'Comments are written by readers. Their language is not marked, so a screen reader may read them with the voice of another.',
		'Stories link to other sites, videos and documents. We do not know how accessible those are.',
		'Stories have no versions in plain language or in sign language.',
	],
	form: 'Tell us of a barrier',
	received: 'Thank you. Your message is with the newsroom.',
	text: 'What did not work?',
	textHint: (max: number) =>
		`Up to ${number(max)} characters. Your device or program can help us to find the cause.`,
	page: 'On which page? (optional)',
	pageHint: 'Its address, or its title',
	email: 'E-mail, if you want an answer (optional)',
	send: 'Send',
	kept: (days: number) =>
		plural(days, {
			one: 'Editors read your message. It is deleted # day after they have dealt with it.',
			other: 'Editors read your message. It is deleted # days after they have dealt with it.',
		}),
	otherWays: 'Other ways to reach us',
})
export type AccessibilityMessages = ReturnType<typeof accessibility>
