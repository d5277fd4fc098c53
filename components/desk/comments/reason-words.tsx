import type { ReactNode } from 'react'
import type { ModerationPhase, Reason } from '@/lib/moderation-phases'

/** Names of the phases of automatic moderation, in their order. */
export const PHASE_NAMES: Record<ModerationPhase, string> = {
	length: 'Length',
	closed: 'Comments closed',
	banned: 'Ban',
	repeatPost: 'Repeated words',
	links: 'Links',
	wordList: 'Word list',
	speed: 'Speed',
	flood: 'Many comments at once',
	honeypot: 'Hidden field',
	unconfirmed: 'Unconfirmed address',
	premoderated: 'Premoderated story',
	trust: 'First comments',
	webhook: 'External check',
}

/** The rule that a comment met, for a moderator. */
export function ReasonWords({ reason }: { reason: Reason }): ReactNode {
	switch (reason.phase) {
		case 'length':
			return reason.length === 0
				? 'It has no visible character.'
				: `It has ${reason.length} characters; the limit is ${reason.max}.`
		case 'closed':
			return 'Comments on the story are closed.'
		case 'banned':
			if (reason.kind === 'address')
				return 'The e-mail address is that of a guest, or of a deleted account, who is banned or whose comments wait.'
			return (
				<>
					{reason.kind === 'ban' ? 'The author is banned' : 'Each comment of the author waits'}
					{reason.until && ` until the end of ${reason.until}`}: <bdi>{reason.words}</bdi>
				</>
			)
		case 'repeatPost':
			return `The same reader sent the same words within the last ${reason.hours} hours.`
		case 'links':
			if ('site' in reason)
				return (
					<>
						It names the site <bdi>{reason.site}</bdi>, which is on the list.
					</>
				)
			return `It has ${reason.count} ${reason.count === 1 ? 'link' : 'links'}; comments with more than ${reason.max} wait.`
		case 'wordList':
			return (
				<>
					{reason.inName ? 'The name' : 'The text'} has “<bdi>{reason.word}</bdi>”, which is on the list.
				</>
			)
		case 'speed':
			return `It was the reader’s comment number ${reason.count} within ${reason.minutes} minutes; after ${reason.max} they wait.`
		case 'flood':
			return `More than ${reason.max} comments arrived within ${reason.minutes} minutes, and none of the reader’s was approved before.`
		case 'honeypot':
			return 'A field that people do not see was filled in, as programs do.'
		case 'unconfirmed':
			return reason.mails
				? 'The e-mail address is not confirmed yet. Once it is, the comment appears by itself, unless something else holds it.'
				: 'The e-mail address cannot be confirmed, as this site sends no mail.'
		case 'premoderated':
			return 'Each comment on this story waits for approval.'
		case 'trust':
			return `${reason.approved} of the reader’s comments ${reason.approved === 1 ? 'was' : 'were'} approved when it was sent; ${reason.needed} ${reason.needed === 1 ? 'is' : 'are'} needed before new ones appear at once.`
		case 'webhook':
			if (reason.words === null) return 'The external check did not answer in time.'
			return (
				<>
					The external check says: <bdi>{reason.words || 'no reason given'}</bdi>
				</>
			)
	}
}
