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
	noReport: (_wait: string) => ({
		title: 'There is no such report',
		detail: 'The address is not whole, or the report has been deleted after its time.',
	}),
	noReplyMails: (_wait: string) => ({
		title: 'This link is no longer valid',
		detail:
			'It has expired, or lost a letter on its way. A new comment with the box for mails ticked brings a new one.',
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
		detail: `Its storage does not answer as it should. Please try again in ${wait}.`,
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
	noPhoto: (_wait: string) => ({
		title: 'There is no such photograph',
		detail: 'The story has fewer photographs than that, or this one was taken out.',
	}),
	noQuote: (_wait: string) => ({
		title: 'There is no story to quote',
		detail: 'An address of a story of this site belongs into “url”.',
	}),
	noFormat: (_wait: string) => ({
		title: 'There is no such format',
		detail: 'The formats are json and xml.',
	}),
	noFacts: (_wait: string) => ({
		title: 'There is no such file yet',
		detail: 'The newsroom has not published the facts that belong into it.',
	}),
	noSitemap: (_wait: string) => ({
		title: 'There is no such part of the sitemap',
		detail: 'The list of all parts is at /sitemap.xml.',
	}),
	noStories: (_wait: string) => ({
		title: 'There is no list at this address',
		detail: 'What it followed is no longer on the site.',
	}),
	noNumber: (_wait: string) => ({
		title: 'There is no such story',
		detail: 'No story of this site has this number.',
	}),
	noPicture: (_wait: string) => ({
		title: 'There is no such picture',
		detail: 'The story has changed, and has another one.',
	}),
	pictureLater: (wait: string) => ({
		title: 'The picture is not drawn yet',
		detail: `Other pictures are being prepared at this moment. Please try again in ${wait}.`,
	}),
	tooManyFields: (_wait: string) => ({
		title: 'The form holds too many fields',
		detail: 'No form here has that many, so nothing was recorded. Please go back and send it again.',
	}),
	formTooLarge: (_wait: string) => ({
		title: 'The form is too large',
		detail: 'Nothing was recorded. Please go back and shorten what you wrote.',
	}),
	withdrawn: <T>(headline: T) => ['Withdrawn: ', headline],
	withdrawnOn: (day: string, reason: string) => `We took this story back on ${day}. ${reason}`,
	badAddress: 'That is no address of a page.',
	tooManyParameters: 'The address has too many parameters.',
	noPictureFile: 'There is no such picture.',
	noPictureNow: (wait: string) =>
		`The store of the pictures does not work at the moment. Please try again in ${wait}.`,
	noFile: 'There is no such file.',
	typedKept: 'All you typed is here.',
	sendAgain: 'Send again',
	goToDesk: 'Go to the desk',
	goToFrontPage: 'Go to the front page',
	latest: 'The latest',
})
export type ErrorsMessages = ReturnType<typeof errors>
