const LOST = 'The address may have lost a letter.'

/** Words of error pages. Each takes the time to wait, such as “5 seconds”. */
export const errors = () => ({
	notFound: (_wait: string) => ({
		title: 'There is nothing at this address',
		detail: 'The story may have moved, or the address may have lost a letter on its way here.',
	}),
	noStory: (_wait: string) => ({
		title: 'There is no story at this address',
		detail: 'It may have moved, or the address may have lost a letter on its way here.',
	}),
	noComment: (_wait: string) => ({
		title: 'There is no comment at this address',
		detail: 'It may have been removed, or still wait for approval.',
	}),
	commentRemoved: (_wait: string) => ({
		title: 'This comment was removed',
		detail: 'Other comments on the story are below it.',
	}),
	noPage: (_wait: string) => ({
		title: 'There is no such page',
		detail: 'The list that it belongs to is shorter than that.',
	}),
	noSection: (_wait: string) => ({
		title: 'There is no such section',
		detail: 'It may have been renamed or closed.',
	}),
	noPeriod: (_wait: string) => ({
		title: 'The archive has no such date',
		detail: 'It begins with our first story and ends today.',
	}),
	noSeries: (_wait: string) => ({ title: 'There is no such series', detail: LOST }),
	noList: (_wait: string) => ({ title: 'There is no such list', detail: LOST }),
	noTag: (_wait: string) => ({ title: 'No story carries this tag', detail: LOST }),
	noAuthor: (_wait: string) => ({ title: 'Nobody writes here under that name', detail: LOST }),
	noVersion: (_wait: string) => ({
		title: 'There is no such version',
		detail: 'The story has fewer published versions than that.',
	}),
	noFeed: (_wait: string) => ({
		title: 'There is no feed at this address',
		detail: 'What it followed is no longer on the site.',
	}),
	previewEnded: (_wait: string) => ({
		title: 'This preview has ended',
		detail: 'The link opened for a limited time. Please ask the person who sent it for a new one.',
	}),
	previewClosed: (_wait: string) => ({
		title: 'This preview has ended',
		detail: 'The newsroom has closed this link. Please ask the person who sent it.',
	}),
	noPreview: (_wait: string) => ({
		title: 'There is no such preview',
		detail: 'The address may have lost a letter. Please ask the person who sent it.',
	}),
	serverError: (_wait: string) => ({
		title: 'The page could not be made',
		detail: 'The fault is on our side and has been written down. Please try again in a moment.',
	}),
	unreadable: (wait: string) => ({
		title: 'The site cannot be read at the moment',
		detail: `The disk that holds it does not answer as it should. Please try again in ${wait}.`,
	}),
	stopping: (wait: string) => ({
		title: 'The site is being started anew',
		detail: `Nothing was recorded. Please go back and try again in ${wait}.`,
	}),
	stoppingUnsure: (wait: string) => ({
		title: 'The site is being started anew',
		detail: `Please go back in ${wait} and look whether this was recorded before you send it again.`,
	}),
	rateLimited: (_wait: string) => ({
		title: 'A little slower, please',
		detail:
			'More pages have been asked for from here than one reader or one network needs. Please try again in a minute at the latest.',
	}),
	overloaded: (_wait: string) => ({
		title: 'Many readers at once',
		detail:
			'More pages are asked for than can be made at this moment. Please try again in a minute at the latest.',
	}),
	withdrawn: (headline: string) => `Withdrawn: ${headline}`,
	withdrawnOn: (day: string, reason: string) => `We took this story back on ${day}. ${reason}`,
	goToDesk: 'Go to the desk',
	goToFrontPage: 'Go to the front page',
	latest: 'The latest',
})
export type ErrorsMessages = ReturnType<typeof errors>
