/**
 * The sentence of each audit action, after the name of the person. `{subject}` is the thing the action is
 * about; other names in braces are fields of the event's detail. An action without a sentence is shown by its
 * name.
 */
export const SENTENCES: Record<string, string> = {
	'start story': 'started {subject}',
	'save story': 'saved {subject}',
	'publish story': 'published {subject}',
	'schedule story': 'scheduled {subject} for {at}',
	'update scheduled story': 'updated the scheduled text of {subject}',
	'unschedule story': 'took {subject} back to a draft',
	'withdraw story': 'withdrew {subject} with the reason “{withdrawalReason}”',
	'name version': 'named a version of {subject}',
	'submit story': 'submitted {subject} for review',
	'recall story': 'took {subject} back from review',
	'approve story': 'approved {subject}',
	'return story': 'returned {subject} to its writer',
	'drop approval': 'changed {subject}, which is in review again',
	'plan story': 'planned {subject}',
	'add note': 'added a note to {subject}',
	'resolve note': 'resolved a note to {subject}',
	'reopen note': 'reopened a note to {subject}',
	'undo decision': 'undid a decision on {subject}',
	'change publication date': 'changed the publication date of {subject}',
	'change responses': 'changed comments, moods and stars of {subject}',
	'change language': 'changed the language or the translations of {subject}',
	'change answers to machines': 'changed what machines may do with {subject}',
	'set series': 'put {subject} into a series',
	'leave series': 'took {subject} out of a series',
	'make series': 'made {subject}',
	'change series': 'changed {subject}',
	'choose related': 'chose the related stories of {subject}',
	'trash story': 'moved {subject} to the trash',
	'restore story': 'restored {subject} from the trash',
	'delete story for ever': 'deleted {subject} for ever',
	'duplicate story': 'duplicated {subject}',
	'make preview link': 'made a preview link for {subject}',
	'revoke preview link': 'revoked a preview link of {subject}',
	'change slug': 'moved {subject} from {from} to {to}',
	'approve comment': 'approved {subject}',
	'reject comment': 'rejected {subject}',
	'reopen comment': 'put {subject} back to be decided',
	'uphold complaint': 'upheld a complaint about {subject}',
	'reject complaint': 'rejected a complaint about {subject}',
	'hold reported comment': 'caused {subject} to wait again, as the last of {reports} reports',
	'mark comment as spam': 'marked {subject} as spam',
	'restrict commenter': 'restricted the author of {subject}',
	'lift restriction': 'lifted a restriction of the author of {subject}',
	'lift kept restriction': 'lifted the {kind} of a deleted account',
	'note on commenter': 'added a note on the author of {subject}',
	'remove note on commenter': 'removed a note on the author of {subject}',
	'pick comment': 'marked {subject} as an editor’s pick',
	'unpick comment': 'took the mark of an editor’s pick from {subject}',
	'release votes': 'counted {votes} votes of {subject} that were set aside, with the reason “{reason}”',
	'discard votes': 'discarded {votes} votes of {subject}, with the reason “{reason}”',
	'undo vote decision': 'undid a decision about {votes} votes of {subject}',
	'handle message': 'marked {subject} about accessibility as handled',
	'reopen message': 'put {subject} about accessibility back',
	'add photo': 'added {subject}',
	'change photo': 'changed {subject}',
	'make section': 'made {subject}',
	'change section comments': 'changed who may comment in {subject}',
	'change section': 'changed {subject}',
	'order sections': 'moved the section {section} from number {from} to {to}',
	'retire section': 'retired {subject}',
	'bring back section': 'brought back {subject}',
	'merge section': 'merged a section into another one',
	'rename tag': 'renamed {subject}',
	'merge tag': 'merged a tag into {subject}',
	'move to trash': 'moved {subject} to the trash',
	'restore from trash': 'restored {subject} from the trash',
	'delete for ever': 'deleted the {kind} “{name}” for ever',
	'add correction': 'added a correction to {subject}',
	'start page': 'started {subject}',
	'save page': 'saved {subject}',
	'publish page': 'published {subject}',
	'unpublish page': 'took {subject} off the site',
	'delete page': 'deleted the page {title}',
	'change sign-in rule': 'changed the rule for the sign-in of the staff',
	'change settings': 'changed the settings',
	'place advertisement': 'placed {subject}',
	'change advertisement': 'changed {subject}',
	'run advertisement': 'set {subject} running',
	'stop advertisement': 'stopped {subject}',
	'retire advertisement': 'retired {subject}',
	'restore advertisement': 'restored {subject}',
	'arrange front page': 'arranged the front page',
	'schedule front page': 'scheduled a front page for {startsAt}',
	'remove scheduled front page': 'removed the front page scheduled for {startsAt}',
	'undo front page': 'put the former front page in force again',
	'add person': 'added {subject} as {role}',
	'add author': 'added the author {subject}',
	'change own name': 'changed their own public name',
	'change profile': 'changed the profile of {subject}',
	'change role': 'changed the role of {subject}',
	'disable person': 'disabled the account of {subject}',
	'enable person': 'enabled the account of {subject}',
	'request password link': 'asked for a new password: {subject}',
	'make password link': 'made a password link for {subject}',
	'set password by link': 'set a new password by a link: {subject}',
	'delete own account': 'deleted their own account',
	'sign up again': 'tried to sign up with an address that has an account',
	'confirm e-mail address': 'confirmed the e-mail address of {subject}',
	'change password': 'changed the password of {subject}',
	'request sign-in link': 'asked for a link to sign in: {subject}',
	'make sign-in link': 'made a sign-in link for {subject}',
	'use sign-in link': 'used a sign-in link for {subject}',
	invite: 'invited {subject} as {role}',
	'invite again': 'renewed the invitation of {subject} as {role}',
	'revoke invitation': 'revoked the invitation of {subject} as {role}',
	'accept invitation': 'accepted an invitation: {subject}',
	'change own password': 'changed the own password',
	'use recovery code': 'used a recovery code for {subject}',
	'dismiss first run': 'finished the first questions',
	'keep demo section': 'kept {subject} of the demo edition',
	'remove demo edition': 'removed the demo edition',
	'add passkey': 'added a passkey',
	'remove passkey': 'removed a passkey',
	'add authenticator': 'added an authenticator app',
	'remove authenticator': 'removed an authenticator app',
	'reset factors': 'removed the second steps of the sign-in of {subject}',
	'connect account': 'connected an account at {provider}',
	'disconnect account': 'disconnected an account at {provider}',
	'make recovery codes': 'made new recovery codes',
}

/** Kinds of things that events are about, by the part of `subject` before the colon. */
export const SUBJECT_KINDS: Record<string, string> = {
	article: 'Stories',
	comment: 'Comments',
	photo: 'Photographs',
	'front page': 'Front page',
	ad: 'Advertisements',
	section: 'Sections',
	tag: 'Tags',
	page: 'Pages',
	person: 'People',
	people: 'Sign-ups and invitations',
	sections: 'Order of sections',
	settings: 'Settings',
	demo: 'Demo edition',
}

/** A field of an event with its old and new values; `from` is null where the event holds the new value alone. */
export type Change = { field: string; from: string | null; to: string }

type Detail = Record<string, unknown> | null

/** Fields of rows without a meaning for people. */
const ROW_FIELDS = new Set([
	'appearedAt',
	'headRevisionId',
	'invitedBy',
	'note',
	'publishedRevisionId',
	'revisionId',
])
/** Fields that the sentence or another field shows too. */
const TOLD_FIELDS = new Set(['at', 'name', 'title'])

/** Formats a value of a field, such as the name of a section by its number. */
export type Print = (value: unknown, field: string) => string

const PLACEHOLDER = /\{(\w+)\}/g

/** The sentence of an event; `print` formats the values of its fields. */
export function sentenceOf(
	{ action, detail }: { action: string; detail: Detail },
	subject: string,
	print: Print,
): string {
	const template = SENTENCES[action] ?? (subject ? `${action}: {subject}` : action)
	return template.replace(PLACEHOLDER, (_, name: string) =>
		name === 'subject' ? subject : print(newValue(detail, name), name),
	)
}

/** A field of an event, else the new value of a changed column. */
const newValue = (detail: Detail, name: string): unknown =>
	detail?.[name] ?? (isRecord(detail?.to) ? detail.to[name] : undefined)

/** The changed fields of an event that its sentence does not name. */
export function changesOf({ action, detail }: { action: string; detail: Detail }, print: Print): Change[] {
	if (!detail) return []
	const { from, to, ...others } = detail
	const told = new Set([...(SENTENCES[action] ?? '').matchAll(PLACEHOLDER)].map(([, name]) => name))
	const pairs = isRecord(from) || isRecord(to) ? pairsOf(from, to, print) : {}
	const plain = isRecord(from) || isRecord(to) ? others : detail
	return [
		...Object.entries(pairs)
			.filter(([field]) => !told.has(field))
			.map(([field, values]) => ({ field: fieldWords(field), ...values })),
		...Object.entries(plain)
			.filter(([field]) => !told.has(field) && !ROW_FIELDS.has(field) && !TOLD_FIELDS.has(field))
			.map(([field, value]) => ({ field: fieldWords(field), from: null, to: print(value, field) })),
	]
}

function pairsOf(from: unknown, to: unknown, print: Print) {
	const [before, after] = [isRecord(from) ? from : {}, isRecord(to) ? to : {}]
	const pairs: Record<string, { from: string; to: string }> = {}
	for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
		if (!ROW_FIELDS.has(field))
			pairs[field] = { from: print(before[field], field), to: print(after[field], field) }
	return pairs
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** `afterParagraph` as `after paragraph`, `sectionId` as `section`. */
const fieldWords = (field: string): string =>
	field
		.replace(/Ids?$/, '')
		.replace(/([a-z])([A-Z])/g, (_, one: string, other: string) => `${one} ${other.toLowerCase()}`)

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

/** A value of an event in words. `time` formats ISO times. */
export function valueWords(value: unknown, time: (at: Date) => string): string {
	if (value === null || value === undefined || value === '') return 'nothing'
	if (typeof value === 'boolean') return value ? 'yes' : 'no'
	if (typeof value === 'string') return ISO_TIME.test(value) ? time(new Date(value)) : value
	if (Array.isArray(value))
		return value.length === 0 ? 'nothing' : value.map((each) => valueWords(each, time)).join('; ')
	if (!isRecord(value)) return String(value)
	const entries = Object.entries(value).filter(([, each]) => each !== '' && each !== null)
	if (entries.length === 0) return 'nothing'
	return entries.map(([name, each]) => `${fieldWords(name)} ${valueWords(each, time)}`).join(', ')
}
