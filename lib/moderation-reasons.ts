import { dateFormat } from './date-format'
import { messages, pageLanguage } from './messages/messages'
import type { Reason, Restriction } from './moderation-phases'

/** The phase that held a comment, in words for its author; `wrap` marks words of other people. */
export function heldWords<T>(reason: Reason, wrap: (text: string) => T): (string | T)[] {
	const words = messages().moderation
	switch (reason.phase) {
		case 'banned':
			if (reason.kind === 'address') return [words.heldAddress]
			return restrictionWords(reason, wrap)
		case 'repeatPost':
			return [words.heldRepeat(reason.hours)]
		case 'links':
			return 'site' in reason
				? words.heldSite(wrap(reason.site))
				: [words.heldLinks(reason.count, reason.max)]
		case 'wordList':
			return reason.inName ? words.heldName(wrap(reason.word)) : words.heldWord(wrap(reason.word))
		case 'speed':
			return [words.heldSpeed(reason.count, reason.minutes, reason.max)]
		case 'flood':
			return [words.heldFlood(reason.minutes, reason.max)]
		case 'honeypot':
			return [words.heldHoneypot]
		case 'unconfirmed':
			if (!reason.mails) return [words.heldUnconfirmable]
			return [reason.guest ? words.heldUnconfirmed : words.heldUnconfirmedAccount]
		case 'premoderated':
			return [words.heldPremoderated]
		case 'trust':
			return [words.heldTrust(reason.approved, reason.needed)]
		case 'webhook':
			if (reason.words === null) return [words.unchecked]
			return reason.words ? words.heldByCheckBecause(wrap(reason.words)) : [words.heldByCheck]
		default:
			return []
	}
}

/** The phase that refused a comment, in words for its author. */
export function refusalWords(reason: Reason): string {
	const { moderation, refusals } = messages()
	switch (reason.phase) {
		case 'length':
			return reason.length === 0 ? refusals.writeFirst : refusals.commentTooLong(reason.length, reason.max)
		case 'closed':
			if (reason.words) return refusals.commentsClosedBecause(reason.words)
			return reason.afterDays ? refusals.commentsClosedAfter(reason.afterDays) : refusals.commentsClosed
		case 'banned':
			if (reason.kind === 'address') return ''
			return restrictionWords(reason, (text) => text).join('')
		case 'links':
			return 'site' in reason ? moderation.refusedSite(reason.site).join('') : ''
		case 'wordList':
			return (reason.inName ? moderation.refusedName : moderation.refusedWord)(reason.word).join('')
		case 'webhook':
			return reason.words
				? moderation.refusedByCheckBecause(reason.words).join('')
				: moderation.refusedByCheck
		default:
			return ''
	}
}

/** A ban or a mute, in words for the reader; `wrap` marks the moderator's words. */
export function restrictionWords<T>(
	{ kind, words, until }: Restriction,
	wrap: (text: string) => T,
): (string | T)[] {
	const { banned, bannedUntil, muted, mutedUntil } = messages().moderation
	if (kind === 'ban') return until === null ? banned(wrap(words)) : bannedUntil(dayWords(until), wrap(words))
	return until === null ? muted(wrap(words)) : mutedUntil(dayWords(until), wrap(words))
}

/** A day, as `2027-06-30`, in the language of the page. */
const dayWords = (day: string): string =>
	dateFormat(pageLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`))
