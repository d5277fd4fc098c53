import type { ReactNode } from 'react'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { Honeypot } from '@/components/forms/honeypot'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'
import type { Restriction } from '@/lib/moderation-phases'
import { restrictionWords } from '@/lib/moderation-reasons'
import type { RejectedForm } from '@/lib/request-context'
import '@/components/forms/forms.css'
import { CommentText } from './comment-text'
import './comments.css'

/** What else a comment needs before it appears. */
export type CommentNeed = 'account' | 'confirmation' | 'own confirmation' | 'moderator' | 'premoderation'

export type FormState = {
	/** `guest` enters a name and an e-mail address; `sign-in` is redirected to the sign-in page first. */
	identity: 'guest' | 'sign-in' | 'nothing'
	needs: readonly CommentNeed[]
	/** A ban or a mute of the viewer. */
	restriction: Restriction | null
	/** The signed-in person's name. */
	person: string | null
	/** The comment replied to, and its author. */
	replyTo: { id: number; authorName: string } | null
	/** Comment text saved before a redirect to the sign-in page. */
	draft: string
	/** Length limit of a comment, in characters. */
	lengthMax: number
	refused: RejectedForm | null
	/** Whether the author can get mails about replies. */
	repliesByMail: boolean
}

type Props = { slug: string; state: FormState }

const FORM = 'comment'

export function CommentForm({ slug, state }: Props) {
	const { identity, restriction, person, replyTo, refused, draft, lengthMax, repliesByMail } = state
	const words = messages().comments
	const fields = identity === 'guest' ? ['body', 'name', 'email'] : ['body']
	const restricted =
		restriction && phrase(restrictionWords(restriction, (text) => <bdi key="words">{text}</bdi>))
	// Words already typed stay, to be copied.
	if (restriction?.kind === 'ban' && !draft && !refused)
		return (
			<p className="comment-note" id="comment-form">
				{restricted}
			</p>
		)
	return (
		<form className="form comment-form" id="comment-form" method="post" action={`/news/${slug}/comments`}>
			<ErrorSummary form={FORM} refused={refused?.message ? refused : null} fields={fields} />
			{restricted && !refused?.message && <p className="form-hint">{restricted}</p>}
			{state.needs.map((need) => (
				<p key={need} className="form-hint">
					{needWords(need)}
				</p>
			))}
			{refused?.values.preview && <Preview source={refused.values.body?.[0] ?? ''} />}
			<Field
				form={FORM}
				name="body"
				label={replyTo ? phrase(words.replyTo(<bdi>{replyTo.authorName}</bdi>)) : words.yourComment}
				hint={words.hint(lengthMax)}
				lines
				lengthMax={lengthMax}
				required
				defaultValue={draft}
				refused={refused}
			/>
			{replyTo && <input type="hidden" name="parent" value={replyTo.id} />}
			{identity === 'guest' && <GuestFields refused={refused} />}
			{repliesByMail && <RepliesByMail refused={refused} />}
			<Honeypot />
			<p className="comment-submit">
				<button type="submit" className="form-button">
					{identity === 'sign-in' ? words.signInAndPost : words.post}
				</button>{' '}
				<button type="submit" className="form-quiet" name="preview" value="preview" formNoValidate>
					{words.preview}
				</button>{' '}
				{replyTo && (
					<a href={`/news/${slug}/comments/${replyTo.id}`} data-part="cancel">
						{words.cancelReply}
					</a>
				)}
				{person && <span className="form-hint">{phrase(words.postingAs(<bdi>{person}</bdi>))}</span>}
				{identity === 'sign-in' && <span className="form-hint">{words.wordsKept}</span>}
			</p>
		</form>
	)
}

function needWords(need: CommentNeed): ReactNode {
	const { account, comments: words, moderation } = messages()
	if (need === 'own confirmation')
		return phrase(words.needsOwnConfirmation(<a href="/account#email">{account.title}</a>))
	const sentences = {
		account: words.needsAccount,
		confirmation: words.needsConfirmation,
		moderator: words.needsModerator,
		premoderation: moderation.heldPremoderated,
	}
	return sentences[need]
}

/** The comment as it would be shown, above the form with its text. */
function Preview({ source }: { source: string }) {
	const words = messages().comments
	return (
		// biome-ignore lint/a11y/noAutofocus: the page is shown again because of the preview; it opens there.
		<section className="comment-waiting" aria-labelledby="comment-preview" tabIndex={-1} autoFocus>
			<h3 id="comment-preview">{words.previewTitle}</h3>
			<div className="comment-text">
				<CommentText source={source} plain={false} />
			</div>
		</section>
	)
}

function GuestFields({ refused }: { refused: RejectedForm | null }) {
	const words = messages().comments
	return (
		<div className="form-pair">
			<Field form={FORM} name="name" label={words.name} autoComplete="name" required refused={refused} />
			<Field
				form={FORM}
				name="email"
				label={words.email}
				type="email"
				autoComplete="email"
				required
				hint={words.neverPublished}
				refused={refused}
			/>
		</div>
	)
}

/** Wishes for mails about replies, off by default. */
function RepliesByMail({ refused }: { refused: RejectedForm | null }) {
	const words = messages().replyMails
	const wish = (name: string, label: string) => (
		<label>
			<input
				type="checkbox"
				name={name}
				value="yes"
				defaultChecked={refused?.values[name] !== undefined}
				aria-describedby="comment-mails"
			/>{' '}
			{label}
		</label>
	)
	return (
		<p className="comment-submit">
			{wish('mailReplies', words.wish)} {wish('mailThread', words.wishThread)}
			<span className="form-hint" id="comment-mails">
				{words.hint}
			</span>
		</p>
	)
}
