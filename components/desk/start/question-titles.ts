import type { FirstRunStep } from '@/domain/first-run'

export const QUESTION_TITLES: Record<FirstRunStep, string> = {
	name: 'What is the site called?',
	language: 'Which language and which clock?',
	sections: 'Which sections does it have?',
	colleague: 'Who works with you?',
	demo: 'Keep the demo edition?',
}
