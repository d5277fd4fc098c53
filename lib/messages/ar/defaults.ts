import type { DefaultsMessages } from '../en/defaults'

export const defaults = (): DefaultsMessages => ({
	commentPrompt: 'هذه ساحة عامة. شاركنا بتعليقك',
	aboutAuthorTitle: 'عن الكاتب',
	sourceLabel: 'المصدر',
	adLabel: 'إعلانات',
})
