import type { OwnData, OwnRow, SectionName } from '@/lib/own-data'
import type { SignedInViewer } from '../permissions'
import { mergeBrowserReader, readerIdOf } from '../readers'
import { accountRows, linkRows, sessionRows, signInRows } from './account-rows'
import { complaintRows, decisionRows, restrictionRows } from './moderation-rows'
import type { Owner } from './owner'
import {
	commentRows,
	draftRows,
	ignoredRows,
	replyMailRows,
	respectRows,
	savedRows,
	voteRows,
} from './response-rows'

type Section = {
	/** Tables with a personal datum whose rows it has. */
	tables: readonly string[]
	rows: (owner: Owner) => Promise<OwnRow[]>
}

/** Sections of the download, in its order. */
export const SECTIONS: Record<SectionName, Section> = {
	account: {
		tables: ['people', 'person_redirects', 'former_names', 'readers', 'notices_seen'],
		rows: accountRows,
	},
	signIn: {
		tables: ['credentials', 'totp_secrets', 'passkeys', 'recovery_codes', 'external_accounts'],
		rows: signInRows,
	},
	sessions: { tables: ['sessions'], rows: sessionRows },
	links: { tables: ['invitations', 'email_confirmations'], rows: linkRows },
	comments: { tables: ['comments', 'comment_versions', 'comment_findings'], rows: commentRows },
	votes: { tables: ['moods', 'ratings', 'set_aside_votes'], rows: voteRows },
	respects: { tables: ['respects'], rows: respectRows },
	saved: { tables: ['saved_articles'], rows: savedRows },
	ignored: { tables: ['ignored_readers'], rows: ignoredRows },
	replyMails: { tables: ['reply_addresses', 'reply_subscriptions'], rows: replyMailRows },
	drafts: { tables: ['comment_drafts'], rows: draftRows },
	restrictions: { tables: ['reader_restrictions', 'kept_restrictions'], rows: restrictionRows },
	decisions: { tables: ['comment_decisions'], rows: decisionRows },
	complaints: { tables: ['comment_complaints'], rows: complaintRows },
}

/** Tables with personal data that the download leaves out, with the reason. */
export const LEFT_OUT: Record<string, string> = {
	sign_in_challenges: 'unfinished sign-ins of minutes, of which only hashes and random numbers are stored',
	comment_confirmations: 'unused links of days, of which only hashes are stored',
	reply_notices: 'mails of some days, made of the wishes for them and of replies',
	comment_reports:
		'sent without the account; the address in one is unverified, so its receipt alone shows it',
	accessibility_messages: 'sent without the account; the address in one is unverified',
	reader_notes: 'notes of moderators among themselves, which may be about other people too',
}

/** Kinds of `STORED_DATA` that are left out whole. */
export const LEFT_OUT_KINDS = { staff: 'work of the newsroom, which the desk shows and exports' }

/** Everything stored about the viewer's account, without secrets. */
export async function collectOwnData(viewer: SignedInViewer): Promise<OwnData> {
	await mergeBrowserReader(viewer)
	const owner = { personId: viewer.person.id, readerId: await readerIdOf(viewer) }
	const sections = Object.entries(SECTIONS)
	const rows = await Promise.all(sections.map(async ([name, section]) => [name, await section.rows(owner)]))
	return Object.fromEntries(rows) as OwnData
}
